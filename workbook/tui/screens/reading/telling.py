"""What the reader is told without having asked: of the file, of other versions, of saving that fails."""

from textual.widget import Widget

from ....answers import Saving
from ....session import said_of, warning_of
from ...own_keys import faults_of
from ...widgets import Fillable, Heading
from .paging import PagingScreen


class Telling:
    """Tells each thing once, above the page or in passing, and keeps the line about saving."""

    def __init__(self, screen: PagingScreen) -> None:
        self._screen, self._answers = screen, screen.answers
        self._told: set[str] = set()
        """The notices that were told."""
        self._told_of_versions = False
        self._told_of_lock = False

    def tell(self) -> bool:
        """Tell what is to be known of the reader's files, each thing once; whether there was anything."""
        known = (*self._answers.notices, *faults_of(self._screen.app))
        if not (notices := [notice for notice in known if notice not in self._told]):
            return False
        from ...widgets.frame.notices import Notices

        self._told.update(notices)
        if shown := next(iter(self._screen.query(Notices)), None):
            shown.add(notices)
        else:
            self._screen.mount(Notices(notices), before=self._screen.view)
        return True

    def tell_what_came(self) -> None:
        """Tell what has happened since; what was joined may have left another version."""
        if self.tell():
            self.tell_of_versions()

    def put_away(self) -> None:
        """The reader has gone on; what was told has been read."""
        if self._told:
            self._screen.query("Notices").remove()

    def tell_of_versions(self) -> None:
        """Say once that another machine has written to the same answers."""
        count = 0 if self._told_of_versions else len(self._answers.contested)
        if count:
            self._told_of_versions = True
            said = "One of your answers has" if count == 1 else f"{count} of your answers have"
            said += " another version: Ctrl+P, Words kept aside."
            self._screen.notify(said, markup=False, timeout=12)

    def tell_of_left_over(self) -> None:
        """Say once that words wait which an editor has saved; what is here by now is removed."""
        if not self._answers.read_only and self._answers.may_have_left_over:
            from ..editing.left_over import WAITING, waiting

            if waiting(self._answers):
                self._screen.notify(WAITING, markup=False, timeout=12)

    def say_locked(self, field: Widget | None) -> None:
        """Say once why nothing happens, where `field` is one that is locked."""
        if isinstance(field, Fillable) and field.locked and not self._told_of_lock:
            self._told_of_lock = True
            said = f"Nothing can be filled in here: {self._answers.read_only}."
            self._screen.notify(said, markup=False, timeout=8)

    def say_saved(self) -> None:
        """Say in passing how saving went; a place that is to be kept just then is no word that is missing."""
        saving = self._answers.saving
        if saving.state == "saving" and not self._answers.has_unsaved_words:
            saving = Saving()
        self._screen.notify(said_of(saving, self._answers.read_only), markup=False, timeout=2)

    def say_saving(self, saving: Saving) -> None:
        """Keep the line about saving, here and on whatever stands over the page; warn where it fails.

        Keeping a place is not worth a line.
        """
        screen, heading = self._screen, self._screen.heading
        if saving.state == "not saved" and not heading.is_alarm:
            screen.notify(warning_of(saving), severity="error", timeout=12, markup=False)
        heading.is_alarm = saving.state == "not saved"
        if saving.state != "saving" or self._answers.has_unsaved_words or not heading.saving:
            heading.saving = said_of(saving, self._answers.read_only)
        for other in screen.app.screen_stack:
            for line in other.query(Heading):
                line.echo(heading)
