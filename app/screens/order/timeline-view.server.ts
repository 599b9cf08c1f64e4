/** What happened to an order, newest first, in sentences. */
import { z } from "zod";
import { DOCUMENT_KINDS } from "#app/domain/documents/kind.ts";
import type { OrderFacts } from "#app/pipeline/ports/shop-desk.ts";
import type { Format } from "../format.server.ts";
import { DOCUMENT_WORDS } from "../words.en.ts";
import type { TimelineItem } from "./view.ts";
import { TIMELINE_WORDS as WORDS } from "./words.ts";

const documentSchema = z.object({ kind: z.enum(DOCUMENT_KINDS), number: z.string().nullish(), by: z.string().nullish() });

const passedSchema = z.object({ rule: z.string(), by: z.string().nullable() });

/** An order that was never read has no time at which it was placed. */
export function timelineView({ timeline, placedAt, status }: Pick<OrderFacts, "timeline" | "placedAt" | "status">, format: Format): TimelineItem[] {
  const happened = timelineSentences(timeline).map(({ at, sentence }): TimelineItem => ({ at: format.time(at), sentence }));
  return status === "unread" ? happened : [...happened, { at: format.time(placedAt), sentence: WORDS.placed }];
}

/** What was done to the order's documents, and whose approval that took, newest first. */
export function timelineSentences(timeline: OrderFacts["timeline"]): { at: OrderFacts["placedAt"]; sentence: string }[] {
  return timeline.flatMap(({ at, kind, data }) => {
    const passed = kind === "hold_passed" ? passedSchema.safeParse(data).data : undefined;
    if (passed) return [{ at, sentence: WORDS.passed(passed.rule, passed.by) }];
    const document = documentSchema.safeParse(data).data;
    return document === undefined ? [] : [{ at, sentence: sentenceFor(kind, document) }];
  });
}

function sentenceFor(kind: string, { kind: documentKind, number, by }: z.infer<typeof documentSchema>): string {
  const document = [DOCUMENT_WORDS[documentKind].one, number].filter((each) => typeof each === "string").join(" ");
  switch (kind) {
    case "document_create":
      return WORDS.made(document);
    case "document_update":
      return WORDS.updated(document);
    case "document_adopt":
      return WORDS.adopted(document);
    case "document_apply":
      return WORDS.applied(document);
    case "document_remove":
      return WORDS.removed(document);
    case "document_void":
      return WORDS.voided(document);
    case "credit_freed":
      return WORDS.creditFreed;
    case "credit_gathered":
      return WORDS.creditGathered;
    case "document_close":
      return by === "link" ? WORDS.closedByLink(document) : WORDS.closed(document);
    default:
      return WORDS.other(document);
  }
}
