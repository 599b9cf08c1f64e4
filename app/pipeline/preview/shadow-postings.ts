/** Postings of a preview: begins with what is recorded and goes on in memory. Nothing of it reaches the database. */
import { refKey } from "#app/domain/documents/kind.ts";
import type { PostedDocument } from "#app/domain/plan/operation.ts";
import type { LedgerDocument } from "../ports/ledger.ts";
import type { Intent, OpenOperation, OrderBooks, Postings } from "../ports/repositories.ts";

/** `intended`: called once per write that a real run would send, in their order. */
export function createShadowPostings(real: Pick<Postings, "forOrders" | "ofCustomer">, intended: (intent: Intent) => void): Postings {
  const held = new Map<string, OrderBooks>();
  const removals = new Map<string, unknown>();
  let drawn = 0;
  const next = (what: string): string => `${what} ${(drawn += 1)} of the preview`;

  const load = async (orderIds: readonly string[]): Promise<void> => {
    const missing = orderIds.filter((id) => !held.has(id));
    if (missing.length === 0) return;
    for (const [id, books] of await real.forOrders(missing)) held.set(id, { ...books, posted: [...books.posted], undone: [...books.undone], open: [...books.open], revisions: new Map(books.revisions) });
  };
  const booksOf = (orderId: string): OrderBooks => {
    const books = held.get(orderId) ?? { posted: [], undone: [], open: [], maybeTwice: [], revisions: new Map() };
    held.set(orderId, books);
    return books;
  };
  const withOperation = (operationId: string, work: (books: OrderBooks, operation: OpenOperation) => void): Promise<void> => {
    for (const books of held.values()) {
      const operation = books.open.find((each) => each.operationId === operationId);
      if (operation) work(books, operation);
    }
    return Promise.resolve();
  };
  const withPosting = (postingId: string, work: (books: OrderBooks, document: PostedDocument) => void): Promise<void> => {
    for (const books of held.values()) {
      const document = books.posted.find((each) => each.postingId === postingId);
      if (document) work(books, document);
    }
    return Promise.resolve();
  };
  const close = (books: OrderBooks, operationId: string): void => {
    books.open = books.open.filter((each) => each.operationId !== operationId);
  };
  const take = (books: OrderBooks, document: PostedDocument): void => {
    books.posted = [...books.posted.filter((each) => refKey(each) !== refKey(document)), document];
    books.undone = books.undone.filter((each) => refKey(each) !== refKey(document));
  };
  const undo = (books: OrderBooks, document: PostedDocument): void => {
    books.posted = books.posted.filter((each) => each !== document);
    books.undone = [...books.undone, { kind: document.kind, part: document.part, revision: document.revision }];
    books.open = books.open.filter((each) => each.postingId !== document.postingId);
  };

  return {
    async forOrders(orderIds) {
      await load(orderIds);
      return new Map(orderIds.map((id) => [id, { ...booksOf(id), open: [...booksOf(id).open], posted: [...booksOf(id).posted] }]));
    },
    ofCustomer: (customerLedgerId) => real.ofCustomer(customerLedgerId),
    async intend(intent) {
      await load([intent.orderId]);
      const books = booksOf(intent.orderId);
      const same = books.open.find(({ requestId }) => requestId === intent.requestId);
      if (same) return { operationId: same.operationId, postingId: same.postingId };
      const { document: { kind, part }, op, revision, requestId, payloadHash, lookUp, aspects } = intent;
      const operationId = next("operation");
      const postingId = intent.postingId ?? next("posting");
      const ledgerId = books.posted.find((each) => each.postingId === postingId)?.ledgerId ?? null;
      books.open = [
        ...books.open.filter((each) => each.state !== "intended" || refKey(each) !== refKey({ kind, part })),
        { operationId, postingId, op, kind, part, revision, requestId, payloadHash, state: "intended", sentAt: null, ledgerId, lookUp, aspects },
      ];
      books.revisions = new Map([...books.revisions, [refKey({ kind, part }), revision + 1]]);
      intended(intent);
      return { operationId, postingId };
    },
    markSent: (operationId, at) => withOperation(operationId, (_books, operation) => void Object.assign(operation, { state: "sent", sentAt: at })),
    markUnknown: (operationId) => withOperation(operationId, (_books, operation) => void Object.assign(operation, { state: "unknown" })),
    release: (operationId) => withOperation(operationId, (_books, operation) => void Object.assign(operation, { state: "intended" })),
    markRejected: (operationId) => withOperation(operationId, (books) => close(books, operationId)),
    settle: (operationId, echo, aspects) =>
      withOperation(operationId, (books, operation) => {
        close(books, operationId);
        take(books, { ...operation, ...figuresOf(echo), aspects });
      }),
    async adopt({ orderId, document: { kind, part }, echo, aspects, revision }) {
      await load([orderId]);
      const postingId = next("posting");
      take(booksOf(orderId), { postingId, kind, part, revision, ...figuresOf(echo), aspects });
      return { postingId };
    },
    observe: (postingId, { echo, aspects }) =>
      withPosting(postingId, (books, document) => take(books, { ...document, ...(echo && figuresOf(echo)), ...(aspects && { aspects: { ...document.aspects, ...aspects } }) })),
    async intendRemoval({ postingId, op, revision, requestId, payloadHash, payload }) {
      const operationId = next("operation");
      removals.set(operationId, payload);
      await withPosting(postingId, (books, { kind, part, ledgerId, number, date }) => {
        const lookUp = { kind, number, reference: null, customerId: "", date, marker: "" };
        books.open = [...books.open, { operationId, postingId, op, kind, part, revision, requestId, payloadHash, state: "intended", sentAt: null, ledgerId, lookUp, aspects: {} }];
      });
      return { operationId };
    },
    settleRemoval: (operationId) =>
      withOperation(operationId, (books, operation) => {
        close(books, operationId);
        const own = books.posted.find((each) => each.postingId === operation.postingId && each.ledgerId === idIn(removals.get(operationId)));
        if (own) undo(books, own);
      }),
    markUndone: (postingId) => withPosting(postingId, undo),
  };
}

const figuresOf = ({ id, syncToken, number, date, total }: LedgerDocument): Pick<PostedDocument, "ledgerId" | "syncToken" | "number" | "date" | "total"> => ({ ledgerId: id, syncToken, number, date, total });

const idIn = (payload: unknown): unknown => (typeof payload === "object" && payload !== null && "id" in payload ? payload.id : undefined);
