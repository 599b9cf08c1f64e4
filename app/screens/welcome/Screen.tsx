/** What Tieout is, for somebody who opens its address outside of Shopify. */

export function WelcomeScreen() {
  return (
    <main>
      <h1>Tieout</h1>
      <p>Turns every Shopify order into the right QuickBooks documents: once, correct to the cent, explained, undoable.</p>
      <p>Open it from the Apps list of your Shopify admin.</p>
    </main>
  );
}
