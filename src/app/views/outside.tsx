/** Shown when somebody opens a page of the app outside a board. */
export function Outside() {
  return (
    <section class="screen">
      <h1 class="h2">Rolewright lives on a Miro board</h1>
      <p>
        Open a board, choose <b>Rolewright</b> under Apps in the left toolbar, and this panel opens there.
      </p>
    </section>
  );
}
