"""A meet prepared on a page: survey, controllers, races and entries in forms, the walk, the doctor.

::

    typed (draft) ─► checked cell by cell ─► tables ─► the same TOML as by hand ─► kept, every version
    rights, running ─► may it be changed, by whom, now?
    walk, found, rounds ─► lamps lit one by one, controllers asked, the doctor's round

Pure: `tasks`, `running`, `refusals`, `cells`, `draft`, `survey`, `tables`, `text`. Edge: the others.
"""

__all__: list[str] = []
