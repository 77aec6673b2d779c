-- Grain: one row per channel and tier with a cost of its own, over the newest
-- 12 complete months.
select
    dimension,
    segment,
    new_customers,
    cac,
    arpa_new,
    margin,
    cac / nullif(arpa_new * margin, 0) as payback_months,
    ltv_expected,
    ltv_expected / nullif(cac, 0) as ltv_cac
from unit_economics
where dimension in ('channel', 'tier')
    and is_cac_own
order by dimension, payback_months, segment
