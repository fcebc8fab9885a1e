/** From which address somebody asks, also through proxies that are known by name. */

import {BlockList, isIP} from 'node:net';

/** The address of a request: `socket` is who is on the line, `forwarded` is X-Forwarded-For. */
export type AddressOf = (socket: string, forwarded: string | undefined) => string;

/**
 * Believes what a proxy tells only when it is one of `proxies`, and each step of the way again: from
 * the end of the list to the first that is none of them, which is who really came.
 */
export function openAddresses(proxies: readonly string[]): AddressOf {
  const trusted = new BlockList();
  for (const proxy of proxies) addTo(trusted, proxy);
  return (socket, forwarded) => {
    let address = plain(socket) ?? socket;
    const steps = (forwarded ?? '').split(',').toReversed();
    for (const step of steps) {
      const before = plain(step.trim());
      // Whatever stands before something unreadable was written by anybody.
      if (!before || !trusted.check(address, familyOf(address))) return address;
      address = before;
    }
    return address;
  };
}

/** Whether it can be in TRUST_PROXY: an address, a network as 10.0.0.0/8, or `loopback`. */
export function isProxy(text: string): boolean {
  if (text === 'loopback') return true;
  const [address = '', bits, ...more] = text.split('/');
  const family = isIP(address);
  if (family === 0 || more.length > 0) return false;
  return (
    bits === undefined || (/^\d{1,3}$/.test(bits) && Number(bits) <= (family === 4 ? 32 : 128))
  );
}

function addTo(list: BlockList, proxy: string): void {
  if (proxy === 'loopback') {
    list.addSubnet('127.0.0.0', 8, 'ipv4');
    list.addAddress('::1', 'ipv6');
    return;
  }
  const [address = '', bits] = proxy.split('/');
  if (bits === undefined) list.addAddress(address, familyOf(address));
  else list.addSubnet(address, Number(bits), familyOf(address));
}

/** Without a port, brackets or the clothes of IPv6 around IPv4; null when it is no address. */
function plain(text: string): string | null {
  const bare = /^\[([^\]]+)\](?::\d+)?$/.exec(text)?.[1] ?? text.replace(/^([\d.]+):\d+$/, '$1');
  const address = bare.replace(/^::ffff:(?=[\d.]+$)/i, '');
  return isIP(address) === 0 ? null : address;
}

function familyOf(address: string): 'ipv4' | 'ipv6' {
  return isIP(address) === 4 ? 'ipv4' : 'ipv6';
}
