/** The rule under the editor's hands as a sentence, each of its words with what it is changed by. */
import type { SentencePlace } from "#app/domain/rules/sentence-part.ts";
import { ruleSentenceParts } from "#app/domain/rules/sentence.ts";
import { asRule, rowsOf } from "./edited-rule.server.ts";
import type { EditedRule, Place, SentencePart } from "./view.ts";

export function sentenceView(edited: EditedRule): SentencePart[] {
  const rows = rowsOf(edited);
  // Groups without conditions are no part of the rule.
  const groups = edited.members.filter((member) => "rows" in member && member.rows.length > 0);
  const placeOf = (place: SentencePlace): Place | null => {
    if (place.of === "how") return place;
    const id = "row" in place ? rows[place.row]?.id : "action" in place ? edited.actions[place.action]?.id : place.group === null ? null : groups[place.group]?.id;
    if (id === undefined) return null;
    if (place.of === "joined") return { of: "joined", id };
    if (id === null) return null;
    return place.of === "result" ? { of: "result", id, parameter: place.parameter } : { of: place.of, id };
  };
  return ruleSentenceParts(asRule(edited)).map(({ words, place }) => ({ words, place: place === null ? null : placeOf(place) }));
}
