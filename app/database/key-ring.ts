/**
 * Reads the encryption keys from their text in ENCRYPTION_KEYS; never repeats a key in an error.
 */
import { SecretBoxError } from "./secret-box-error.ts";

export type Key = { readonly id: string; readonly bytes: Buffer };
export type KeyRing = { readonly current: Key; readonly all: ReadonlyMap<string, Key> };

const KEY_BYTES = 32;
const ID = /^[A-Za-z0-9_-]{1,32}$/;
const BASE64 = /^[A-Za-z0-9+/]{43}=$/;

/**
 * `id:key,id:key`, each key 32 bytes in base64. The first encrypts, all decrypt: to rotate, put a new one in front.
 * Throws `SecretBoxError` (`malformed_ring`).
 */
export function parseKeyRing(text: string): KeyRing {
  const keys = text.split(",").map((entry, index) => parseKey(entry.trim(), index + 1));
  const [current] = keys;
  if (current === undefined) throw malformed("is empty");
  const all = new Map(keys.map((key) => [key.id, key]));
  if (all.size !== keys.length) throw malformed("names a key twice");
  return { current, all };
}

function parseKey(entry: string, position: number): Key {
  const colon = entry.indexOf(":");
  const id = entry.slice(0, Math.max(colon, 0));
  const text = entry.slice(colon + 1);
  if (!ID.test(id)) throw malformed(`has no id of letters, digits, "-" and "_" before the colon in entry ${position}`);
  if (!BASE64.test(text)) throw malformed(`needs ${KEY_BYTES} bytes in base64 as the key of entry ${position}`);
  return { id, bytes: Buffer.from(text, "base64") };
}

function malformed(problem: string): SecretBoxError {
  return new SecretBoxError("malformed_ring", `ENCRYPTION_KEYS ${problem}. It should read id:base64key, with more keys after commas.`);
}
