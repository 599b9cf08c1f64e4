/** Request ids: derived, never drawn (R1). Losing the whole database and posting again yields the same keys. */
import { createHash, createHmac } from "node:crypto";

export type KeyParts = { realmId: string; shopDomain: string; kind: string; orderId: string; part: string; revision: number };

export type RequestKey = (parts: KeyParts) => string;

const ALPHABET = "abcdefghijklmnopqrstuvwxyz234567";

/** 160 bits in base32: 32 characters, inside the 36 that QuickBooks allows within a batch (05 §1.17). */
export function requestKeyFor(appKey: string): RequestKey {
  return ({ realmId, shopDomain, kind, orderId, part, revision }) => {
    const text = [realmId, shopDomain, kind, orderId, part, String(revision)].join("|");
    return base32(createHmac("sha256", appKey).update(text).digest().subarray(0, 20));
  };
}

/** The hash that ties an intent to the exact body sent under its key (R3). */
export const payloadHash = (payload: unknown): string => createHash("sha256").update(JSON.stringify(payload)).digest("hex");

function base32(bytes: Uint8Array): string {
  let bits = 0n;
  for (const byte of bytes) bits = (bits << 8n) | BigInt(byte);
  const length = (bytes.length * 8) / 5;
  let text = "";
  for (let index = 0; index < length; index += 1) {
    text = (ALPHABET[Number(bits & 31n)] ?? "") + text;
    bits >>= 5n;
  }
  return text;
}
