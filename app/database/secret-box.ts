/**
 * Encrypts what is secret in a row and ties it to that row; never logs, and never names a secret in an error.
 *
 * AES-256-GCM with a random 96-bit nonce (NIST SP 800-38D, 8.2.2). The place of the secret is authenticated with it:
 * a sealed text copied to another row, column or table does not open there.
 */
import { createCipheriv, createDecipheriv, randomBytes } from "node:crypto";
import { type Key, parseKeyRing } from "./key-ring.ts";
import { SecretBoxError } from "./secret-box-error.ts";

/** Where a secret is stored: names as in SQL, and the id of the row. */
export type SecretPlace = { readonly table: string; readonly column: string; readonly row: string };

export type SecretBox = {
  /** Text to store, such as `v1.k1.<nonce>.<ciphertext>.<tag>` (base64url). Sealing twice gives two texts. */
  readonly seal: (plain: string, place: SecretPlace) => string;
  /** Throws `SecretBoxError` when the text was changed, belongs elsewhere, or its key is not in the ring. */
  readonly open: (sealed: string, place: SecretPlace) => string;
  /** Whether the text needs no new sealing after a rotation. */
  readonly isSealedWithCurrentKey: (sealed: string) => boolean;
};

const ALGORITHM = "aes-256-gcm";
const VERSION = "v1";
const NONCE_BYTES = 12;
const TAG_BYTES = 16;

/** `encryptionKeys` as in ENCRYPTION_KEYS. Throws `SecretBoxError` (`malformed_ring`). */
export function createSecretBox(encryptionKeys: string): SecretBox {
  const ring = parseKeyRing(encryptionKeys);
  return {
    seal: (plain, place) => seal(ring.current, plain, place),
    open(sealed, place) {
      const parts = takeApart(sealed);
      const key = ring.all.get(parts.keyId);
      if (key === undefined) {
        throw new SecretBoxError("unknown_key", `${name(place)} was sealed with key "${parts.keyId}", which ENCRYPTION_KEYS does not have. Add it behind the others.`);
      }
      return open(key, parts, place);
    },
    isSealedWithCurrentKey: (sealed) => takeApart(sealed).keyId === ring.current.id,
  };
}

type SealedParts = { readonly keyId: string; readonly nonce: Buffer; readonly ciphertext: Buffer; readonly tag: Buffer };

function seal(key: Key, plain: string, place: SecretPlace): string {
  const nonce = randomBytes(NONCE_BYTES);
  const cipher = createCipheriv(ALGORITHM, key.bytes, nonce, { authTagLength: TAG_BYTES }).setAAD(authenticated(key.id, place));
  const ciphertext = Buffer.concat([cipher.update(plain, "utf8"), cipher.final()]);
  return [VERSION, key.id, ...[nonce, ciphertext, cipher.getAuthTag()].map((part) => part.toString("base64url"))].join(".");
}

function open(key: Key, { keyId, nonce, ciphertext, tag }: SealedParts, place: SecretPlace): string {
  const decipher = createDecipheriv(ALGORITHM, key.bytes, nonce, { authTagLength: TAG_BYTES }).setAAD(authenticated(keyId, place)).setAuthTag(tag);
  try {
    return Buffer.concat([decipher.update(ciphertext), decipher.final()]).toString("utf8");
  } catch {
    throw new SecretBoxError("not_authentic", `${name(place)} does not open: it was changed, belongs to another row, or its key was replaced under the same id.`);
  }
}

/** A JSON array keeps the parts apart, whatever is in them. */
function authenticated(keyId: string, { table, column, row }: SecretPlace): Buffer {
  return Buffer.from(JSON.stringify([VERSION, keyId, table, column, row]));
}

function takeApart(sealed: string): SealedParts {
  const [version, keyId, nonce, ciphertext, tag, ...rest] = sealed.split(".");
  if (version !== VERSION || keyId === undefined || nonce === undefined || ciphertext === undefined || tag === undefined || rest.length > 0) throw malformed();
  const parts = { keyId, nonce: Buffer.from(nonce, "base64url"), ciphertext: Buffer.from(ciphertext, "base64url"), tag: Buffer.from(tag, "base64url") };
  if (parts.nonce.length !== NONCE_BYTES || parts.tag.length !== TAG_BYTES) throw malformed();
  return parts;
}

function malformed(): SecretBoxError {
  return new SecretBoxError("malformed_secret", "The stored text is not a sealed secret.");
}

function name({ table, column, row }: SecretPlace): string {
  return `The secret in ${table}.${column} of row ${row}`;
}
