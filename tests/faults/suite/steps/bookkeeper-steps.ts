/** The bookkeeper's hand in QuickBooks: memos, and documents taken away. Only documents the app knows to be there: what it never heard of nobody could call taken away. */
import { QuickBooksFault } from "#sandbox/quickbooks/wire/fault.ts";
import { idOf, isObject, type JsonObject, textOf } from "#sandbox/quickbooks/wire/json.ts";
import { type BookDocument, documentKey, documentsInBooks } from "../oracle/documents-in-books.ts";
import { ENTITIES, type Entity } from "../oracle/story.ts";
import { meet } from "../faults/coverage.ts";
import { postedKeys } from "../world/stored.ts";
import type { Member, World } from "../world/world.ts";
import { fulfil } from "./shop-steps.ts";
import { someMember, type Step } from "./step.ts";

export const booksOf = ({ simulators }: World, { tenant }: Member): BookDocument[] =>
  documentsInBooks((entity) => simulators.quickbooks.documents(tenant.realmId, entity));

/** One the app knows to be there. */
export async function someDocument(world: World, member: Member, entities: readonly Entity[] = ENTITIES, fits: (document: BookDocument) => boolean = () => true): Promise<BookDocument | null> {
  const keys = await postedKeys(world, member.tenant);
  const documents = booksOf(world, member).filter((document) => document.live && entities.includes(document.entity) && keys.has(documentKey(document)) && fits(document));
  return documents.length > 0 ? world.random.pick(documents) : null;
}

export const writeMemo: Step = async (world) => {
  const member = someMember(world);
  const document = await someDocument(world, member);
  if (!document) return false;
  const { quickbooks } = world.simulators;
  const key = documentKey(document);
  const row = quickbooks.documents(member.tenant.realmId, document.entity).find((each) => textOf(each, "Id") === document.id);
  if (document.entity !== "Payment") {
    if (byHand(world, member, { action: "edit", kind: document.entity, id: document.id, patch: { CustomerMemo: { value: "Thank you!" } } })) member.story.memos.set(key, "Thank you!");
  } else if (isObject(row)) {
    byHand(world, member, { action: "edit", kind: "Payment", id: document.id, patch: { PrivateNote: `Checked. ${textOf(row, "PrivateNote") ?? ""}` } });
  }
  meet(world.coverage, "bookkeeper's memo", "change");
  world.log.add(`${member.tenant.name}: bookkeeper edits ${key}`);
  return true;
};

/** False where QuickBooks refuses a person, too. */
function byHand({ simulators }: World, { tenant }: Member, action: object): JsonObject | null {
  try {
    return simulators.quickbooks.bookkeeper(tenant.realmId, action);
  } catch (error) {
    if (error instanceof QuickBooksFault) return null;
    throw error;
  }
}

/** Somebody booked an order under its number, by hand or with another app, before this one came to it (A29). */
export const bookByHand: Step = (world) => {
  const { random, log } = world;
  const member = someMember(world);
  const { story } = member;
  const known = new Set(booksOf(world, member).map(({ origin }) => origin?.orderId));
  const told = story.orders.find(({ id, taken }) => !known.has(id) && !taken);
  if (!told) return false;
  const kind = random.pick(["Invoice", "Estimate"] as const);
  const Line = [{ DetailType: "SalesItemLineDetail", Amount: 10, SalesItemLineDetail: { ItemRef: { name: "Consulting" } } }];
  const made = byHand(world, member, { action: "create", kind, value: { DocNumber: told.name.replace("#", ""), CustomerRef: { name: "Walk-in" }, Line } });
  if (!made) return false;
  told.taken = true;
  story.handMade.add(`${kind}:${idOf(made)}`);
  log.add(`${member.tenant.name}: ${kind} ${told.name} booked by hand`);
  meet(world.coverage, "booked by hand", "create");
  return true;
};

/** The money of a payment is brought to the bank; from then on QuickBooks protects it (6540). Mostly one that is not applied yet, and its order ships next. */
export const bringToBank: Step = async (world) => {
  const member = someMember(world);
  const waiting = await someDocument(world, member, ["Payment"], ({ unapplied }) => unapplied > 0n);
  const document = waiting ?? (await someDocument(world, member, ["Payment"]));
  if (!document) return false;
  const made = byHand(world, member, { action: "deposit", payments: [document.id] });
  if (!made) return false;
  member.story.handMade.add(`Deposit:${idOf(made)}`);
  member.banked.push(document.id);
  world.log.add(`${member.tenant.name}: payment ${document.id} brought to the bank`);
  const order = waiting && member.tenant.shop().orders.find(({ id }) => id === document.origin?.orderId);
  if (order) fulfil(world, { member, order }, {});
  return true;
};

/** The books are closed up to today, and opened again when the world heals. */
export const closeBooks: Step = (world) => {
  const member = someMember(world);
  if (member.edited) return false;
  member.closedBooks = true;
  const value = world.time.now().toZonedDateTimeISO("America/New_York").toPlainDate().subtract({ days: world.random.between(0, 1) }).toString();
  byHand(world, member, { action: "closeBooks", value });
  world.log.add(`${member.tenant.name}: books closed through ${value}`);
  return true;
};

export function openAgain(world: World, member: Member): void {
  byHand(world, member, { action: "reopenBooks" });
  for (const id of member.banked) byHand(world, member, { action: "undeposit", payments: [id] });
}

export const takeAway: Step = async (world) => {
  const member = someMember(world);
  const document = await someDocument(world, member);
  const told = member.story.orders.find(({ id }) => id === document?.origin?.orderId);
  if (!document || !told) return false;
  const how = document.entity === "Estimate" || world.random.chance(0.5) ? "delete" : "void";
  const asked = await world.prisma.dueOrder.findFirst({ where: { shopId: member.tenant.shopId, orderGid: `gid://shopify/Order/${told.id}`, origin: "person" }, select: { seq: true } });
  const requests = world.simulators.quickbooks.company(member.tenant.realmId).requests.length;
  if (!byHand(world, member, { action: how, kind: document.entity, id: document.id })) return false;
  told.removals.push({ entity: document.entity, id: document.id, transaction: document.reference, how, requests, duringResync: asked !== null, resynced: false });
  meet(world.coverage, `bookkeeper ${how}s`, "change");
  world.log.add(`${member.tenant.name}: bookkeeper ${how}s ${documentKey(document)} of ${told.name}`);
  return true;
};
