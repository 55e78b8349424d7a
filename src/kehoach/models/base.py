"""What all models share: how strict they are, and the forms that values must have."""

from __future__ import annotations

from typing import Annotated

from pydantic import BaseModel, ConfigDict, Field

# One rule for the text of an id: a list of the plan, then ordinals ("tasks.2.3").
ID = r"^[a-z]+(\.[1-9][0-9]*)+$"

# A day, month, quarter or year, as much as is printed; also yearly ("--12-05", "--09") and monthly ("---18").
_MONTH = r"(0[1-9]|1[0-2])"
_DAY = r"(0[1-9]|[12][0-9]|3[01])"
_DATE = rf"[0-9]{{4}}(-{_MONTH}(-{_DAY})?)?"
_POINT = rf"({_DATE}|[0-9]{{4}}-Q[1-4]|--{_MONTH}(-{_DAY})?|--Q[1-4]|---{_DAY})"


class Model(BaseModel):
    """Closed and strict: no unknown keys, no conversion of types."""

    model_config = ConfigDict(extra="forbid", strict=True, defer_build=True, allow_inf_nan=False)


Id = Annotated[str, Field(pattern=ID)]
Text = Annotated[str, Field(min_length=1)]
Date = Annotated[str, Field(pattern=rf"^{_DATE}$")]
Due = Annotated[str, Field(pattern=rf"^{_POINT}(/{_POINT})?$")]
Every = Annotated[str, Field(pattern=r"^(week|month|quarter|half-year|year|[2-9]-years|[1-9][0-9]-years)$")]
Slug = Annotated[str, Field(pattern=r"^[a-z0-9]+(-[a-z0-9]+)*$")]
Offset = Annotated[int, Field(ge=0)]
LineNumber = Annotated[int, Field(ge=1)]
Number = int | float
