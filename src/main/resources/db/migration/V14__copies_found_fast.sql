-- What has just come in is looked for in the same breath: a list of what is yet to be sorted in would be read through each time.
ALTER INDEX report_sketch SET (fastupdate = off);
SELECT gin_clean_pending_list('report_sketch');
