/** Change data capture (05, 1.15): what changed or was deleted since a time. Reads only. */
import { Temporal } from "temporal-polyfill";
import type { Books } from "../company/state.ts";
import type { EntityDefinition } from "../entities/definition.ts";
import { findEntity } from "../entities/registry.ts";
import { listRows } from "../store/rows.ts";
import type { JsonObject } from "../wire/json.ts";
import { objectOf, textOf } from "../wire/json.ts";
import { businessError, invalidQuery, requiredMissing } from "../wire/refusals.ts";

const MAX_OBJECTS = 1000;
const MAX_AGE_DAYS = 30;

/** One QueryResponse per entity, in the order asked (recorded: cdc-basic-1). */
export function changesSince(books: Books, entities: string, changedSince: string): JsonObject {
  if (entities === "") throw requiredMissing("entities");
  const since = parseTime(changedSince);
  if (books.now.since(since).total("hours") > MAX_AGE_DAYS * 24) {
    throw businessError(`changedSince cannot be more than ${MAX_AGE_DAYS} days ago`);
  }
  const responses = entities.split(",").map((name) => {
    const definition = findEntity(name.trim());
    if (!definition) throw invalidQuery(`invalid context declaration: ${name}`);
    return changesOf(books, definition, since);
  });
  return { CDCResponse: [{ QueryResponse: responses }] };
}

function changesOf(books: Books, definition: EntityDefinition, since: Temporal.Instant): JsonObject {
  const live = listRows(books, definition.name)
    .filter((row) => isSince(textOf(objectOf(row, "MetaData"), "LastUpdatedTime"), since))
    .map((row) => (definition.render ? definition.render(books, row) : row));
  const deleted = Object.values(books.state.tombstones)
    .filter(({ entity, at }) => entity === definition.name && isSince(at, since))
    .map(({ id, at }) => ({ domain: "QBO", status: "Deleted", Id: id, MetaData: { LastUpdatedTime: at } }));
  const changes = [...live, ...deleted].slice(0, MAX_OBJECTS);
  return changes.length === 0 ? {} : { [definition.name]: changes, startPosition: 1, maxResults: changes.length };
}

function isSince(time: string | undefined, since: Temporal.Instant): boolean {
  return time !== undefined && Temporal.Instant.compare(Temporal.Instant.from(time), since) >= 0;
}

/** A plain date counts from its beginning in UTC. */
function parseTime(text: string): Temporal.Instant {
  try {
    return Temporal.Instant.from(/T/.test(text) ? text : `${text}T00:00:00Z`);
  } catch (error) {
    if (error instanceof RangeError) throw requiredMissing("changedSince");
    throw error;
  }
}
