import { randomBytes } from "node:crypto";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { createSecretBox } from "./secret-box.ts";
import { SecretBoxError, type SecretBoxProblem } from "./secret-box-error.ts";

const key = () => randomBytes(32).toString("base64");
const KEY_1 = key();
const KEY_2 = key();
const PLACE = { table: "connections", column: "access_token_sealed", row: "c1" };
const box = createSecretBox(`k1:${KEY_1}`);

function problemOf(work: () => unknown): SecretBoxProblem | undefined {
  try {
    work();
    return undefined;
  } catch (error) {
    if (error instanceof SecretBoxError) return error.problem;
    throw error;
  }
}

test("what is sealed opens in its place, whatever the text", () => {
  fc.assert(fc.property(fc.string({ unit: "binary" }), (plain) => box.open(box.seal(plain, PLACE), PLACE) === plain));
});

test("the same secret sealed twice gives two texts, and neither shows it", () => {
  const [one, other] = [box.seal("token-123", PLACE), box.seal("token-123", PLACE)];
  expect(one).not.toBe(other);
  expect(one).not.toContain("token-123");
});

test.each([
  ["another table", { ...PLACE, table: "shops" }],
  ["another column", { ...PLACE, column: "refresh_token_sealed" }],
  ["another row", { ...PLACE, row: "c2" }],
])("a secret moved to %s does not open", (_, elsewhere) => {
  const sealed = box.seal("token", PLACE);
  expect(problemOf(() => box.open(sealed, elsewhere))).toBe("not_authentic");
});

test("a secret with any bit flipped does not open", () => {
  const [version, keyId, ...encoded] = box.seal("token", PLACE).split(".");
  const parts = encoded.map((part) => Buffer.from(part, "base64url"));
  for (const [index, part] of parts.entries()) {
    for (let bit = 0; bit < part.length * 8; bit += 1) {
      const flipped = Buffer.from(part);
      flipped.writeUInt8(flipped.readUInt8(bit >> 3) ^ (1 << (bit & 7)), bit >> 3);
      const sealed = [version, keyId, ...parts.with(index, flipped).map((bytes) => bytes.toString("base64url"))].join(".");
      expect(problemOf(() => box.open(sealed, PLACE))).toBe("not_authentic");
    }
  }
});

test.each(["", "token", "v1.k1.a.b.c", "v2.k1.AAAAAAAAAAAAAAAA.AA.AAAAAAAAAAAAAAAAAAAAAA", `${box.seal("x", PLACE)}.more`])(
  "%j is not a sealed secret",
  (text) => {
    expect(problemOf(() => box.open(text, PLACE))).toBe("malformed_secret");
    expect(problemOf(() => box.isSealedWithCurrentKey(text))).toBe("malformed_secret");
  },
);

test("a shortened tag is refused, not checked in part", () => {
  const parts = box.seal("token", PLACE).split(".");
  const short = Buffer.from(parts.at(-1) ?? "", "base64url").subarray(0, 4).toString("base64url");
  expect(problemOf(() => box.open([...parts.slice(0, -1), short].join("."), PLACE))).toBe("malformed_secret");
});

describe("after a rotation", () => {
  const rotated = createSecretBox(`k2:${KEY_2}, k1:${KEY_1}`);
  const old = box.seal("token", PLACE);

  test("old secrets open and are known as old; new ones use the first key", () => {
    expect(rotated.open(old, PLACE)).toBe("token");
    expect(rotated.isSealedWithCurrentKey(old)).toBe(false);
    expect(rotated.isSealedWithCurrentKey(rotated.seal("token", PLACE))).toBe(true);
  });

  test("a secret whose key was removed names the missing key", () => {
    const withoutOld = createSecretBox(`k2:${KEY_2}`);
    expect(problemOf(() => withoutOld.open(old, PLACE))).toBe("unknown_key");
    expect(() => withoutOld.open(old, PLACE)).toThrow(/key "k1"/);
  });

  test("another key under the same id does not open it", () => {
    expect(problemOf(() => createSecretBox(`k1:${KEY_2}`).open(old, PLACE))).toBe("not_authentic");
  });
});

test.each([
  ["empty", ""],
  ["without an id", KEY_1],
  ["with an empty id", `:${KEY_1}`],
  ["with a short key", `k1:${randomBytes(16).toString("base64")}`],
  ["with a key that is not base64", `k1:${"!".repeat(44)}`],
  ["with an id that would break the format", `k.1:${KEY_1}`],
  ["with one id twice", `k1:${KEY_1},k1:${KEY_2}`],
  ["ending in a comma", `k1:${KEY_1},`],
])("a key ring %s is refused without repeating it", (_, ring) => {
  expect(problemOf(() => createSecretBox(ring))).toBe("malformed_ring");
  const key = ring.slice(ring.indexOf(":") + 1);
  if (key !== "") expect(() => createSecretBox(ring)).not.toThrow(key);
});
