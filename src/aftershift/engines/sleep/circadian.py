"""Light -> the body clock, by two published oscillators.

Both drive a slow oscillator by one fast process, the share n of light receptors in use:

    dn/dt = 60 (alpha (1 - n) - beta n)        drive = G alpha (1 - n)

Between two changes of light alpha is constant, so n is an exponential and taken exactly; only the
oscillator is integrated (Runge-Kutta, fourth order), in steps of half an hour at most that end on
each change. What is asked of the result are its lows, the moments of lowest core body temperature
(CBTmin): found inside a step by a cubic through the values and slopes at its two ends.

Reference: Forger, Jewett & Kronauer 1999, 10.1177/074873099129000867; Hannay, Booth & Forger 2019,
10.1177/0748730419878298 (one population). The names in the equations are the papers'.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from math import cos, pi, sin
from typing import Any, TypeAlias, TypeVar

import numpy as np
from numpy.typing import NDArray

from aftershift.engines.sleep.light import Light

Numbers: TypeAlias = NDArray[np.float64]
Indices: TypeAlias = NDArray[np.int64]
_Edge: TypeAlias = tuple[Numbers, Numbers]  # a quantity and its slope, at one end of each step
_Point = TypeVar("_Point", complex, NDArray[np.complex128])

STEP_HOURS = 0.5
NEWTON_ROUNDS = 4  # from a secant, on a cubic that is nearly straight
G = 33.75
BETA = 0.0075  # per minute; delta in Hannay 2019
PER_HOUR = pi / 12  # the papers count the oscillator's time in radians of a day


@dataclass(frozen=True, kw_only=True, slots=True)
class State:
    """A body clock at one moment: its oscillator as a point of the plane, and its receptors.

    The point is x + i xc for Forger 1999 and R exp(i psi) for Hannay 2019.
    """

    point: complex
    n: float


@dataclass(frozen=True, kw_only=True, slots=True)
class Course:
    """What a body clock did: its lows in minutes since the epoch, ascending, and its last state."""

    lows: tuple[float, ...]
    state: State


Oscillator: TypeAlias = Callable[[Light, State], Course]

# Anywhere near the cycle, both at about midnight: settle a clock before you trust it.
START = State(point=0.2 - 1.1j, n=0.5)
HANNAY_START = State(point=0.8j, n=0.5)


# --- steps: exact receptors between the changes of light -----------------------------


@dataclass(frozen=True, kw_only=True, slots=True, eq=False)
class _Steps:
    """Steps that end on each change of light; hours count from its first minute.

    `drive` holds at a step's beginning, `drive_after` at its end, `slope`s are per hour.
    """

    begins: Numbers
    hours: Numbers
    drive: Numbers
    drive_mid: Numbers
    drive_after: Numbers
    slope: Numbers
    slope_after: Numbers
    n: float  # at the end of all

    def rows(self, per_hour: float = 1.0) -> Iterator[tuple[float, float, float, float]]:
        """Give each step's length and drives, as plain numbers for a plain loop."""
        lengths = self.hours * per_hour
        columns = (lengths, self.drive, self.drive_mid, self.drive_after)
        return zip(*(column.tolist() for column in columns), strict=True)


def _steps(light: Light, alpha: Numbers, n: float, step_hours: float) -> _Steps:
    """Cut each stretch of light into equal steps, with the drive at each."""
    lengths = np.diff(np.array(light.minutes, dtype=np.float64)) / 60
    counts = np.ceil(lengths / step_hours).astype(np.int64)
    first = np.cumsum(counts) - counts
    hours = np.repeat(lengths / counts, counts)
    since = hours * (np.arange(hours.size) - np.repeat(first, counts))
    rate, settled = 60 * (alpha + BETA), alpha / (alpha + BETA)
    excess, n = _excess(n, settled, np.exp(-rate * lengths))
    rates, gains = np.repeat(rate, counts), np.repeat(G * alpha, counts)
    steady, excesses = np.repeat(1 - settled, counts), np.repeat(excess, counts)

    def drive(at: Numbers) -> tuple[Numbers, Numbers]:
        transient = excesses * np.exp(-rates * at)
        return gains * (steady - transient), gains * rates * transient

    begin, slope = drive(since)
    after, slope_after = drive(since + hours)
    return _Steps(
        begins=np.repeat(np.cumsum(lengths) - lengths, counts) + since,
        hours=hours,
        drive=begin,
        drive_mid=drive(since + hours / 2)[0],
        drive_after=after,
        slope=slope,
        slope_after=slope_after,
        n=n,
    )


def _excess(n: float, settled: Numbers, kept: Numbers) -> tuple[Numbers, float]:
    """Say how far n is from where each light would bring it, when that light begins."""
    excess = []
    for goal, share in zip(settled.tolist(), kept.tolist(), strict=True):
        excess.append(n - goal)
        n = goal + (n - goal) * share
    return np.array(excess), n


def _rises(steps: _Steps, before: _Edge, after: _Edge) -> tuple[Numbers, Indices]:
    """Find where a quantity rises through 0, in hours, and in which step.

    It is known by value and slope at both edges of each step, and may jump between two steps: a
    jump over 0 is a rise at that moment.
    """
    inside = np.flatnonzero((before[0] < 0) & (after[0] >= 0))
    jump = 1 + np.flatnonzero((after[0][:-1] < 0) & (before[0][1:] >= 0))
    length = steps.hours[inside]
    left, right = before[0][inside], after[0][inside]
    left_slope, right_slope = before[1][inside] * length, after[1][inside] * length
    cubic = left_slope + right_slope - 2 * (right - left)
    square = 3 * (right - left) - 2 * left_slope - right_slope
    share = left / (left - right)
    for _ in range(NEWTON_ROUNDS):
        value = left + share * (left_slope + share * (square + share * cubic))
        slope = left_slope + share * (2 * square + share * 3 * cubic)
        share = np.clip(share - value / slope, 0, 1)
    hours = np.concatenate((steps.begins[inside] + share * length, steps.begins[jump]))
    order = np.argsort(hours)
    return hours[order], np.concatenate((inside, jump))[order]


def _minutes(light: Light, hours: Numbers) -> tuple[float, ...]:
    return tuple((light.minutes[0] + 60 * hours).tolist())


# --- Forger, Jewett & Kronauer 1999 ------------------------------------------------

MU = 0.23
K = 0.55
STIFFNESS = (24 / (0.99669 * 24.2)) ** 2  # from the own period, 24.2 h


def forger99(light: Light, start: State = START, step_hours: float = STEP_HOURS) -> Course:
    """Follow the body clock of Forger 1999 through some light.

    A low is the lowest x of each dip below 0: where light begins or ends near it, x can turn twice.
    """
    steps = _steps(light, 0.05 * np.sqrt(np.array(light.lux) / 9500), start.n, step_hours)
    x, xc = _forger_path(steps, start.point)
    falls = (
        _forger_fall(x[:-1], xc[:-1], steps.drive, steps.slope),
        _forger_fall(x[1:], xc[1:], steps.drive_after, steps.slope_after),
    )
    hours, step = _rises(steps, *falls)
    dip = np.cumsum((x[:-1] < 0) & (x[1:] >= 0))
    lowest = np.lexsort((x[step], dip[step]))
    lowest = lowest[np.unique(dip[step][lowest], return_index=True)[1]]
    lowest = lowest[x[step][lowest] < 0]
    end = State(point=complex(x[-1], xc[-1]), n=steps.n)
    return Course(lows=_minutes(light, hours[lowest]), state=end)


def _forger_path(steps: _Steps, point: complex) -> tuple[Numbers, Numbers]:
    """Integrate x and xc; written out, because a call would cost as much as what is in it.

    dx/dt = pi/12 (xc + B)                            B = drive (1 - 0.4 x) (1 - 0.4 xc)
    dxc/dt = pi/12 (mu (xc - 4/3 xc^3) - x ((24 / (0.99669 tau))^2 + k B))
    """
    x, y = point.real, point.imag
    xs, ys = [x], [y]
    mu, cubic, stiff, k = MU, 4 / 3 * MU, STIFFNESS, K
    for h, drive, drive_mid, drive_end in steps.rows(PER_HOUR):
        half = h / 2
        b = drive * (1 - 0.4 * x) * (1 - 0.4 * y)
        p1, q1 = y + b, y * (mu - cubic * y * y) - x * (stiff + k * b)
        u, v = x + half * p1, y + half * q1
        b = drive_mid * (1 - 0.4 * u) * (1 - 0.4 * v)
        p2, q2 = v + b, v * (mu - cubic * v * v) - u * (stiff + k * b)
        u, v = x + half * p2, y + half * q2
        b = drive_mid * (1 - 0.4 * u) * (1 - 0.4 * v)
        p3, q3 = v + b, v * (mu - cubic * v * v) - u * (stiff + k * b)
        u, v = x + h * p3, y + h * q3
        b = drive_end * (1 - 0.4 * u) * (1 - 0.4 * v)
        sixth = h / 6
        x += sixth * (p1 + 2 * (p2 + p3) + v + b)
        y += sixth * (q1 + 2 * (q2 + q3) + v * (mu - cubic * v * v) - u * (stiff + k * b))
        xs.append(x)
        ys.append(y)
    return np.array(xs), np.array(ys)


def _forger_fall(x: Numbers, xc: Numbers, drive: Numbers, drive_slope: Numbers) -> _Edge:
    """Give dx/dt and its own slope, per hour."""
    across, along = 1 - 0.4 * x, 1 - 0.4 * xc
    b = drive * across * along
    fall = PER_HOUR * (xc + b)
    turn = PER_HOUR * (MU * (xc - 4 / 3 * xc**3) - x * (STIFFNESS + K * b))
    b_slope = drive_slope * across * along - 0.4 * drive * (fall * along + turn * across)
    return fall, PER_HOUR * (turn + b_slope)


# --- Hannay, Booth & Forger 2019 -----------------------------------------------------

HANNAY_K = 0.06358
LAG = complex(cos(0.09318), -sin(0.09318))  # beta_1 (entrainment inside the clock)
OWN = -0.024 + 2j * pi / 23.84 + HANNAY_K / 2 * LAG  # gamma, tau
COUPLING = HANNAY_K / 2 * LAG.conjugate()
SIGMA = 0.0400692j
ONCE = 0.3855 / 2 * complex(cos(0.0026), -sin(0.0026))  # A_1, beta_L1
TWICE = 0.1977 / 2 * complex(cos(0.957756), -sin(0.957756))  # A_2, beta_L2


def hannay19(light: Light, start: State = HANNAY_START, step_hours: float = STEP_HOURS) -> Course:
    """Follow the body clock of Hannay 2019 through some light; a low is where psi passes pi."""
    strength = np.array(light.lux) ** 1.5
    steps = _steps(light, 0.05 * strength / (strength + 9325), start.n, step_hours)
    z = _hannay_path(steps, start.point)
    # psi ascends, so at pi the imaginary part falls through 0: what rises is its opposite.
    falls = (
        (-z[:-1].imag, -_hannay_rate(z[:-1], steps.drive).imag),
        (-z[1:].imag, -_hannay_rate(z[1:], steps.drive_after).imag),
    )
    hours, _step = _rises(steps, *falls)
    return Course(lows=_minutes(light, hours), state=State(point=complex(z[-1]), n=steps.n))


def _hannay_path(steps: _Steps, z: complex) -> NDArray[np.complex128]:
    """Integrate z = R exp(i psi)."""
    path = [z]
    for h, drive, drive_mid, drive_end in steps.rows():
        first = _hannay_rate(z, drive)
        second = _hannay_rate(z + h / 2 * first, drive_mid)
        third = _hannay_rate(z + h / 2 * second, drive_mid)
        last = _hannay_rate(z + h * third, drive_end)
        z += h / 6 * (first + 2 * (second + third) + last)
        path.append(z)
    return np.array(path)


def _hannay_rate(z: _Point, drive: Any) -> _Point:
    """Give dz/dt per hour: the paper's dR/dt and dpsi/dt as (dR/dt + i R dpsi/dt) exp(i psi).

        dR/dt = -gamma R + K/2 cos(beta_1) R (1 - R^4)
                + drive/2 (A_1 (1 - R^4) cos(psi + beta_L1)
                           + A_2 R (1 - R^8) cos(2 psi + beta_L2))
        dpsi/dt = 2 pi / tau + K/2 sin(beta_1) (1 + R^4) + sigma drive
                  - drive/2 (A_1 (R^3 + 1/R) sin(psi + beta_L1)
                             + A_2 (1 + R^8) sin(2 psi + beta_L2))

    So written it needs no angle and no division, and has no bad point at R = 0.
    """
    mirrored = z.conjugate()
    squared = (z * mirrored).real
    twice = squared * z * z
    light = (
        SIGMA * z
        + ONCE.conjugate()
        - ONCE * twice
        + TWICE.conjugate() * mirrored
        - TWICE * squared * squared * twice * z
    )
    rate: _Point = z * (OWN - COUPLING * squared * squared) + drive * light
    return rate
