"""The internship or apprenticeship as a project: dates, goals, milestones, calendar, projects."""
