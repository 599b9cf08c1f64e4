/** The preferences a person can change here, in words. Only those that change what this simulator does. */
export type PreferenceWords = { name: string; title: string; hint: string };

export const PREFERENCE_GROUPS: readonly { title: string; preferences: readonly PreferenceWords[] }[] = [
  {
    title: "Sales",
    preferences: [
      { name: "SalesFormsPrefs.CustomTxnNumbers", title: "Custom transaction numbers", hint: "On: the app's numbers are kept and must be free. Off: QuickBooks numbers by itself what comes without a number." },
      { name: "SalesFormsPrefs.AllowEstimates", title: "Estimates", hint: "Off: the app cannot create sales orders." },
      { name: "SalesFormsPrefs.AllowDiscount", title: "Discounts", hint: "A discount line below the subtotal." },
      { name: "SalesFormsPrefs.AllowShipping", title: "Shipping", hint: "The form's own field for shipping." },
    ],
  },
  {
    title: "Automation",
    preferences: [
      { name: "SalesFormsPrefs.AutoApplyCredit", title: "Automatically apply credits", hint: "A new invoice takes the customer's unapplied payments, oldest first." },
      { name: "SalesFormsPrefs.AutoApplyPayments", title: "Automatically apply payments", hint: "A new payment pays the customer's open invoices, oldest first." },
    ],
  },
  {
    title: "Categories",
    preferences: [
      { name: "AccountingInfoPrefs.ClassTrackingPerTxn", title: "Class per document", hint: "One class for the whole document." },
      { name: "AccountingInfoPrefs.ClassTrackingPerTxnLine", title: "Class per line", hint: "Every line may have its own class." },
      { name: "AccountingInfoPrefs.TrackDepartments", title: "Locations", hint: "QuickBooks calls them departments in its API." },
    ],
  },
  { title: "Tax", preferences: [{ name: "TaxPrefs.UsingSalesTax", title: "Sales tax", hint: "Off: no document has tax, whatever the app sends." }] },
];

export const PREFERENCE_NAMES: readonly string[] = PREFERENCE_GROUPS.flatMap(({ preferences }) => preferences.map(({ name }) => name));
