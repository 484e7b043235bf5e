"""What is planned: a meet's file, its races' files, the course, the survey, how the lamps are to shine.

::

    meet file ─► meetfile_schema ─► meetfile ─► a race file for each race
                                       │              │
                         entries, chips, places       ▼
                                   racefile_schema (its fields) ─► racefile (what they mean together)
                                                                      │
                                                     course, surveys, shine, outputs
"""
