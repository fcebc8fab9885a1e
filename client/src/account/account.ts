/** What is mine to see and to change: name, address, devices, and being forgotten. */

import {useMutation, useQuery, useQueryClient} from '@tanstack/react-query';
import type {AddressView, DeviceView, MeView} from '@samenspel/shared';
import {ask} from '../api.ts';

export function useDevices() {
  return useQuery({
    queryKey: ['me', 'devices'],
    queryFn: async () => {
      const {devices} = await ask<{readonly devices: readonly DeviceView[]}>('GET', '/me/devices');
      return devices;
    },
  });
}

export function useSignOutDevice() {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (id: string) => ask<void>('POST', `/me/devices/${id}/sign-out`),
    onSettled: () => queries.invalidateQueries({queryKey: ['me', 'devices']}),
  });
}

export function useAddress() {
  return useQuery({
    queryKey: ['me', 'address'],
    queryFn: () => ask<AddressView>('GET', '/me/address'),
    // Confirmed in a mail programme, often on another device.
    refetchOnWindowFocus: 'always',
  });
}

export function useSetAddress() {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (address: string | null) => ask<void>('PUT', '/me/address', {address}),
    onSuccess: () => queries.invalidateQueries({queryKey: ['me', 'address']}),
  });
}

export function useRename() {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (name: string) => ask<Pick<MeView, 'name'>>('PATCH', '/me', {name}),
    onSuccess: async () => {
      // A name stands everywhere.
      await queries.invalidateQueries();
    },
  });
}
