"""Lists of reports: by place, type, date, kind of body and topic; counts; what is asked after a list."""
