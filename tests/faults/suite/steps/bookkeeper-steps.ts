/** The bookkeeper's hand in QuickBooks: memos, and documents taken away. Only documents the app knows to be there: what it never heard of nobody could call taken away. */
import { isObject, textOf } from "#sandbox/quickbooks/wire/json.ts";
import { type BookDocument, documentKey, documentsInBooks } from "../oracle/documents-in-books.ts";
import { meet } from "../faults/coverage.ts";
import type { Member, World } from "../world/world.ts";
import { someMember, type Step } from "./step.ts";

export const booksOf = ({ simulators }: World, { tenant }: Member): BookDocument[] =>
  documentsInBooks((entity) => simulators.quickbooks.documents(tenant.realmId, entity));

async function someDocument(world: World, member: Member): Promise<BookDocument | null> {
  const known = await world.prisma.posting.findMany({ where: { shopId: member.tenant.shopId, state: "posted" }, select: { entity: true, ledgerId: true } });
  const keys = new Set(known.map(({ entity, ledgerId }) => `${entity ?? ""}:${ledgerId ?? ""}`));
  const documents = booksOf(world, member).filter((document) => document.live && keys.has(documentKey(document)));
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
    quickbooks.bookkeeper(member.tenant.realmId, { action: "edit", kind: document.entity, id: document.id, patch: { CustomerMemo: { value: "Thank you!" } } });
    member.story.memos.set(key, "Thank you!");
  } else if (isObject(row)) {
    quickbooks.bookkeeper(member.tenant.realmId, { action: "edit", kind: "Payment", id: document.id, patch: { PrivateNote: `Checked. ${textOf(row, "PrivateNote") ?? ""}` } });
  }
  meet(world.coverage, "bookkeeper's memo", "change");
  world.log.add(`${member.tenant.name}: bookkeeper edits ${key}`);
  return true;
};

export const takeAway: Step = async (world) => {
  const member = someMember(world);
  const document = await someDocument(world, member);
  const told = member.story.orders.find(({ id }) => id === document?.origin?.orderId);
  if (!document || !told) return false;
  const how = document.entity === "Estimate" || world.random.chance(0.7) ? "delete" : "void";
  const asked = await world.prisma.dueOrder.findFirst({ where: { shopId: member.tenant.shopId, orderGid: `gid://shopify/Order/${told.id}`, origin: "person" }, select: { seq: true } });
  world.simulators.quickbooks.bookkeeper(member.tenant.realmId, { action: how, kind: document.entity, id: document.id });
  told.removals.push({ entity: document.entity, id: document.id, transaction: document.reference, how, duringResync: asked !== null, resynced: false });
  meet(world.coverage, `bookkeeper ${how}s`, "change");
  world.log.add(`${member.tenant.name}: bookkeeper ${how}s ${documentKey(document)} of ${told.name}`);
  return true;
};
