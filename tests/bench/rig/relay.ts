/** The bound: a relay that hands every frame to the others on the same path, and knows nothing of it. */

import type {AddressInfo} from 'node:net';
import {type WebSocket, WebSocketServer} from 'ws';

const server = new WebSocketServer({host: '127.0.0.1', port: 0, perMessageDeflate: false});
const rooms = new Map<string, Set<WebSocket>>();

server.on('connection', (socket, request) => {
  const path = request.url?.split('?')[0] ?? '';
  const room = rooms.get(path) ?? new Set();
  rooms.set(path, room.add(socket));
  socket.on('message', (data) => {
    for (const other of room) if (other !== socket) other.send(data, {binary: true});
  });
  socket.on('close', () => room.delete(socket));
  socket.on('error', () => socket.terminate());
});
server.on('listening', () => {
  console.log(`http://127.0.0.1:${(server.address() as AddressInfo).port}`);
});
process.on('SIGTERM', () => process.exit(0));
