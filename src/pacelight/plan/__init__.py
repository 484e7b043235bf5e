"""What is wanted: where a light has to be at each instant of a race.

::

    makers   even pace, splits, a race run again, a record of the book
    model    `Plan`: knots that cannot be wrong, and the function through them
    change   the way from a plan to another in mid-race, without a jump
    kernel   the mathematics: distance of time, time of distance, exact both ways
    gap      how far a runner is from a light, in seconds and in metres
    table    a plan as pacemakers read it
    chart    a plan as a picture
"""
