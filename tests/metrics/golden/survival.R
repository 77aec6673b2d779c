# Writes the fixtures beside it: Rscript tests/metrics/golden/survival.R
# Data sets, and what R's survival package says of them. The tests need no R.
library(survival)

folder <- dirname(sub("--file=", "", grep("--file=", commandArgs(), value = TRUE)))

save <- function(name, table) {
  numbers <- vapply(table, is.numeric, logical(1))
  table[numbers] <- lapply(table[numbers], function(column) {
    ifelse(is.na(column), "", trimws(formatC(column, digits = 12, format = "g")))
  })
  write.csv(table, file.path(folder, name), row.names = FALSE, quote = FALSE)
}

medians <- list()
differences <- list()
pairs <- list()

# A curve of all, its median, and the log-rank tests of the tiers where there are any.
measure <- function(name, unit, data) {
  save(file.path("lifetimes", paste0(name, ".csv")), data)
  life <- if (is.null(data$entry)) {
    Surv(data$time, data$event)
  } else {
    Surv(data$entry, data$time, data$event)
  }
  fit <- survfit(life ~ 1, conf.type = "log-log")
  save(file.path("curves", paste0(name, ".csv")), data.frame(
    age = fit$time, at_risk = fit$n.risk, events = fit$n.event, survival = fit$surv,
    standard_error = fit$std.err * fit$surv, lower = fit$lower, upper = fit$upper
  ))
  medians[[name]] <<- data.frame(
    set = name, unit = unit, customers = nrow(data), events = sum(data$event),
    median = unname(summary(fit)$table["median"])
  )
  tiers <- sort(unique(data$tier))
  if (length(tiers) < 2) return(invisible())
  whole <- survdiff(Surv(time, event) ~ tier, data)
  degrees <- length(tiers) - 1
  differences[[name]] <<- data.frame(
    set = name, segments = length(tiers), degrees_of_freedom = degrees,
    chi_square = whole$chisq, p_value = pchisq(whole$chisq, degrees, lower.tail = FALSE)
  )
  two <- t(combn(tiers, 2))
  rows <- lapply(seq_len(nrow(two)), function(place) {
    test <- survdiff(Surv(time, event) ~ tier, data[data$tier %in% two[place, ], ])
    data.frame(
      set = name, segment = two[place, 1], other_segment = two[place, 2],
      observed = test$obs[1], expected = test$exp[1], variance = test$var[1, 1],
      chi_square = test$chisq, p_value = pchisq(test$chisq, 1, lower.tail = FALSE)
    )
  })
  table <- do.call(rbind, rows)
  table$holm_p_value <- p.adjust(table$p_value, "holm")
  pairs[[name]] <<- table
}

# 40 customers in two tiers, months.
set.seed(20261121)
time <- sample(1:36, 40, replace = TRUE)
event <- rbinom(40, 1, 0.55)
measure("right-censored", "month", data.frame(time, event, tier = rep(c("enterprise", "small"), length.out = 40)))

# 30 customers of whom 15 were there before the data starts. Data from month 0,
# as-of month 24; a customer starts in month `start` (before 0: enters late).
set.seed(7)
start <- c(-sample(1:18, 15, replace = TRUE), sample(0:20, 15, replace = TRUE))
entry <- pmax(0, -start)
last <- 24 - start
exit <- entry + sample(1:30, 30, replace = TRUE)
measure("late-entry", "month", data.frame(entry, time = pmin(exit, last), event = as.integer(exit <= last)))

# The same in days, over a year of data.
set.seed(11)
start <- c(-sample(1:500, 40, replace = TRUE), sample(0:300, 40, replace = TRUE))
entry <- pmax(0, -start)
last <- 365 - start
exit <- entry + sample(1:600, 80, replace = TRUE)
measure("late-entry-days", "day", data.frame(entry, time = pmin(exit, last), event = as.integer(exit <= last)))

# Heavy censoring: one in ten leaves, many at the same age, three tiers.
set.seed(3)
time <- sample(c(1:6, 12, 12, 12, 24), 150, replace = TRUE)
event <- rbinom(150, 1, 0.1)
measure("heavy-censoring", "month", data.frame(time, event, tier = sample(c("enterprise", "small", "strategic"), 150, replace = TRUE)))

# Nobody is censored, and every age is shared.
set.seed(5)
measure("all-tied", "month", data.frame(time = rep(c(1, 2, 3, 12), each = 6), event = 1, tier = sample(c("enterprise", "small"), 24, replace = TRUE)))

# Survival of exactly a half to the last age, and until one leaves after.
measure("half-to-the-end", "month", data.frame(time = c(3, 5, 8, 9), event = c(1, 1, 0, 0)))
measure("half-for-a-while", "month", data.frame(time = c(3, 5, 8, 9), event = c(1, 1, 0, 1)))

# The package's own: advanced lung cancer by sex, lung cancer trial by cell type.
measure("lung", "day", with(lung, data.frame(time, event = as.integer(status == 2), tier = ifelse(sex == 1, "male", "female"))))
measure("veteran", "day", with(veteran, data.frame(time, event = status, tier = as.character(celltype))))

save("medians.csv", do.call(rbind, medians))
save("differences.csv", do.call(rbind, differences))
save("pairs.csv", do.call(rbind, pairs))
writeLines(
  c(R.version.string, paste("survival", packageVersion("survival"))),
  file.path(folder, "versions.txt")
)
