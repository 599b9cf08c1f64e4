/** The proof of one order in words: shop, books, and what lies between them. */
import { parseMoney } from "#app/domain/money/money.ts";
import type { Format } from "../format.server.ts";
import type { RecordedProof, RecordedSide } from "./recorded.server.ts";
import type { ProofView } from "./view.ts";
import { whoDecided } from "./who-decided.server.ts";
import { PROOF_WORDS as WORDS } from "./words.ts";

const SIDES = ["income", "money"] as const;

/** `underWay`: documents are still to come by themselves, so that a gap is no difference yet. */
export function proofView(proof: RecordedProof | null, currency: string, format: Format, underWay: boolean): ProofView | null {
  if (proof === null) return null;
  const amount = (text: string): string => format.amount(currency, text);
  const incomplete = underWay && proof.verdict === "differs";
  return {
    tone: incomplete ? "neutral" : TONES[proof.verdict],
    title: incomplete ? WORDS.incomplete : title(proof, currency, format),
    rows: SIDES.map((name) => {
      const { shop, books, difference, leftOut } = proof[name];
      // Beside two unlike amounts a difference of 0 would look like a miscalculation.
      const between = leftOut !== null && isNothing(difference) ? WORDS.leftOutOnPurpose : amount(difference);
      return { label: WORDS[name].label, shop: amount(shop), books: amount(books), difference: between, agrees: incomplete || isNothing(difference) };
    }),
    notes: [
      ...SIDES.flatMap((name) => {
        const { leftOut } = proof[name];
        return leftOut === null ? [] : [WORDS.leftOut(amount(leftOut.amount), WORDS[name].documents, whoDecided(leftOut.because))];
      }),
      ...(proof.chargedBack === undefined ? [] : [isNothing(proof.chargedBack) ? WORDS.chargebackReturned : WORDS.chargedBack(amount(proof.chargedBack))]),
    ],
  };
}

const TONES = { matches: "success", matches_except: "success", differs: "critical" } as const satisfies Record<RecordedProof["verdict"], ProofView["tone"]>;

function title(proof: RecordedProof, currency: string, format: Format): string {
  switch (proof.verdict) {
    case "matches":
      return WORDS.matches;
    case "matches_except": {
      const sides = SIDES.filter((name) => proof[name].leftOut !== null);
      const documents = sides.map((name) => WORDS[name].documents).join(WORDS.and);
      return WORDS.except(documents, leavesOut(sides.map((name) => proof[name])));
    }
    case "differs": {
      const side = SIDES.map((name) => proof[name]).find(({ difference }) => !isNothing(difference));
      const { minor } = parseMoney(currency, side?.difference ?? "0");
      return WORDS.differs(format.money({ currency, minor: minor < 0n ? -minor : minor }));
    }
  }
}

function leavesOut(sides: readonly RecordedSide[]): string {
  const deciders = new Set(sides.map(({ leftOut }) => leftOut?.because.by));
  if (deciders.size > 1) return "your choices leave";
  return deciders.has("rule") ? "your rule leaves" : "your choice of documents leaves";
}

const isNothing = (amount: string): boolean => !/[1-9]/.test(amount);
