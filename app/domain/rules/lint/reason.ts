/** Whether rows can hold together, and whether rows follow from others. Where it cannot be said for sure the answer is the one that raises no warning. */
import type { FieldValue } from "../fields/field.ts";
import type { Day } from "../operators/operator.ts";
import type { Alternative, Atom } from "./alternatives.ts";
import { possibleValues } from "./possible-values.ts";

export const canHold = (alternative: Alternative): boolean => bySubject(alternative).every(canHoldOfOneSubject);

/** Every order of the first alternative is one of the second. */
export const follows = (from: Alternative, what: Alternative): boolean => what.every((atom) => atomFollows(from, atom));

export const bySubject = (alternative: Alternative): Atom[][] => [...Map.groupBy(alternative, ({ subject }) => subject).values()];

/** Comparisons that ask for the day are not among those that are tried. */
const NO_DAY: Day = { iso: "", before: () => "" };
const passes = ({ row, isNegated }: Atom, value: FieldValue): boolean => row.test(value, NO_DAY) !== isNegated;

/**
 * "A line's …" needs one line; "every line's …" speaks about all of them. Below "Unless" they change places: no line may, or one line must not.
 * A field of the order is a line that there is exactly once, so all its rows speak about it.
 */
const speaksOfAll = ({ row, isNegated }: Atom): boolean => row.use.field.level === "order" || row.every !== isNegated;

function canHoldOfOneSubject(atoms: readonly Atom[]): boolean {
  const values = possibleValues(atoms);
  if (values === null) return true;
  const ofAll = atoms.filter(speaksOfAll);
  const ofOne = atoms.filter((atom) => !speaksOfAll(atom));
  const exists = (wanted: readonly Atom[]): boolean => values.some((value) => wanted.every((atom) => passes(atom, value)));
  // "Unless a line …" holds of an order without lines.
  if (ofAll.length > 0 && ofOne.length === 0 && ofAll.every(({ isNegated, row }) => isNegated && row.use.field.level === "line")) return true;
  return ofOne.length === 0 ? exists(ofAll) : ofOne.every((atom) => exists([...ofAll, atom]));
}

function atomFollows(from: Alternative, wanted: Atom): boolean {
  const about = from.filter(({ subject }) => subject === wanted.subject);
  if (about.some((atom) => isSame(atom, wanted))) return true;
  const values = about.length === 0 ? null : possibleValues([...about, wanted]);
  if (values === null) return false;
  const ofAll = about.filter(speaksOfAll);
  const forces = (given: readonly Atom[]): boolean => given.length > 0 && values.every((value) => !given.every((atom) => passes(atom, value)) || passes(wanted, value));
  if (wanted.row.use.field.level === "order") return forces(ofAll);
  if (speaksOfAll(wanted)) return forces(ofAll) && (wanted.isNegated || ofAll.some(({ isNegated }) => !isNegated));
  return about.some((atom) => !speaksOfAll(atom) && forces([...ofAll, atom])) || (ofAll.some(({ isNegated }) => !isNegated) && forces(ofAll));
}

const isSame = (left: Atom, right: Atom): boolean => left.isNegated === right.isNegated && JSON.stringify(left.row.row) === JSON.stringify(right.row.row);
