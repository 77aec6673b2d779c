-- Grain: one row per dimension with two comparable segments and more.
-- Chi-square = z' V^-1 z by Gaussian elimination: after step k line k is free
-- of the lines before, and adds z_k^2 / v_kk.
with recursive

elimination as (
    select dimension, 1 as step, line, place, amount
    from stg_log_rank_matrix

    union all

    select
        cell.dimension,
        cell.step + 1,
        cell.line,
        cell.place,
        cell.amount - if(
            corner.amount > 1e-9,
            side.amount * top.amount / corner.amount,
            0
        )
    from elimination as cell
    inner join elimination as corner
        on cell.dimension = corner.dimension
        and cell.step = corner.line
        and cell.step = corner.place
    inner join elimination as side
        on cell.dimension = side.dimension
        and cell.line = side.line
        and cell.step = side.place
    inner join elimination as top
        on cell.dimension = top.dimension
        and cell.step = top.line
        and cell.place = top.place
    where cell.line > cell.step
        and cell.place <> cell.step
),

-- Segments that were never at risk together have no variance left, and no
-- degree of freedom.
final as (
    select
        corner.dimension,
        cast(count(*) as integer) as degrees_of_freedom,
        sum(
            deviation.amount * deviation.amount / corner.amount
            order by corner.line
        ) as chi_square
    from elimination as corner
    inner join elimination as deviation
        on corner.dimension = deviation.dimension
        and corner.step = deviation.step
        and corner.line = deviation.line
    where corner.step = corner.line
        and corner.step = corner.place
        and corner.amount > 1e-9
        and deviation.place = 0
    group by corner.dimension
)

select dimension, degrees_of_freedom, chi_square
from final
order by dimension
