SELECT concat_ws(' ', school_id, school_day), count(*) FROM whereabouts
WHERE was_in_building AND school_day BETWEEN '${from}' AND '${day}' GROUP BY 1
