// Which program a page runs: that of a first visit, or the one that has every room (shell/views/further_rooms.cpp).
(function (sr) {
  'use strict';
  const FURTHER = /^#\/(compare|gallery|plan|settings|training)\b/;
  const ALL = 'signroute_all';

  sr.rooms = {
    /** Loads the program that has the room of the address; a promise of its name. */
    async program() {
      if (!FURTHER.test(location.hash)) return 'signroute';
      await sr.assets.script(`${ALL}.js`);
      return ALL;
    },
    /** Starts again, at an address whose room is not here; first it makes sure that this can be done, and that all is saved. */
    async fetchAll() {
      await Promise.all([sr.assets.program(ALL), sr.assets.script(`${ALL}.js`)]);
      await sr.store.settled();
      location.reload();
    },
  };
})((window.signroute = window.signroute || {}));
