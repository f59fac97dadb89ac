/**
 * What the board's server would be if it did nothing but its wires: each message goes to every window, and an answer
 * back to its sender. With `commit`, each is one transaction in SQLite first, as the board's commands are.
 * `node relay.ts <folder> <bytes to each window> <bytes of the answer> <commit | none>`
 */
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { WebSocketServer } from 'ws';

const [folder = '', told = '0', answered = '0', store = 'none'] = process.argv.slice(2);
const filling = 'x'.repeat(Number(told));
const answer = `a${'x'.repeat(Number(answered))}`;

function opened(): (text: string) => void {
  const database = new DatabaseSync(join(folder, 'relay.sqlite'));
  database.exec('PRAGMA locking_mode = EXCLUSIVE; PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL;');
  database.exec('CREATE TABLE things (id INTEGER PRIMARY KEY, body TEXT NOT NULL) STRICT;');
  const put = database.prepare('INSERT INTO things (body) VALUES (?)');
  return (text) => {
    database.exec('BEGIN IMMEDIATE');
    put.run(text);
    database.exec('COMMIT');
  };
}
const commit = store === 'commit' ? opened() : () => {};

const server: WebSocketServer = new WebSocketServer({ host: '127.0.0.1', port: 0 }, () =>
  console.log(`ws://127.0.0.1:${(server.address() as AddressInfo).port}`),
);
server.on('connection', (socket) => {
  socket.on('message', (data) => {
    const text = String(data);
    commit(text);
    // The first characters say whose and which message it is.
    const message = `${text.slice(0, 20)}${filling}`;
    for (const window of server.clients) window.send(message);
    socket.send(answer);
  });
});
