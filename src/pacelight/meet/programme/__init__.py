"""What is planned: race files, the course, the survey, how the lamps are to shine.

::

    race file ─► racefile_schema (its fields) ─► racefile (what they mean together)
                                                    │
                                   course, surveys, shine, outputs
"""
