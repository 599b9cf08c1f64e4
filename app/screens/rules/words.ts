/** Every word of the rules page for people. */

export const WORDS = {
  title: "Rules",
  subtitle: "Rules run from top to bottom. Each thing that can be set is decided by the first rule that sets it.",
  add: "Add rule",
  start: "Start with this",
  emptyTitle: "No rules yet",
  empty: "Without rules, the documents that your settings name are made for every order, as soon as it enters. A rule leaves documents out for the orders you choose.",
  off: "Off",
  edit: "Edit",
  remove: "Delete",
  fixed: "This rule has conditions that this page cannot change. It can be switched off, moved and deleted.",
  switchLabel: (title: string) => `Rule “${title}”`,
  editLabel: (title: string) => `Edit “${title}”`,
  removeLabel: (title: string) => `Delete “${title}”`,
  up: (title: string) => `Move “${title}” up`,
  down: (title: string) => `Move “${title}” down`,
  applies: "Changes apply from now on. Documents that exist stay as they are.",
  changedMeanwhile: "Somebody else changed the rules meanwhile. Here they are as they stand now; make your change again.",
  failed: "This change could not be made. The rules are as they were; try again.",
  deleteTitle: (title: string) => `Delete “${title}”?`,
  deleteText: "Orders that this rule left out are looked at again. Documents that exist stay.",
  keep: "Keep it",
  save: "Save",
  cancel: "Cancel",
} as const;

export const DONE = { switch: "Rule switched", move: "Rule moved", remove: "Rule deleted", save: "Rule saved" } as const;

export const TEMPLATES = {
  invoice_only_when: {
    label: "Create the invoice only when …",
    about: "Holds the invoice back until the order is paid or has shipped.",
  },
  mark_as_unpaid: {
    label: "Mark as unpaid",
    about: "Records no payment; Shopify is not changed.",
  },
} as const;

export const FORM = {
  field: "What to look at",
  fields: { "order.status": "Order status", "order.financialStatus": "Financial status" },
  values: "The invoice is created once it is",
  methods: "Payment method is",
  methodsHelp: "As in Shopify, for example PayPal. Several are separated by commas.",
  title: "Name of the rule",
  titleHelp: "Shown wherever this rule decided something. Empty: named after what it does.",
} as const;

export const PROBLEMS = {
  values: "Choose at least one",
  methods: "Name at least one payment method",
  methodsLength: "At most 50 payment methods of 100 characters",
  title: "At most 200 characters",
  titleTaken: "Another rule has this name",
} as const;
