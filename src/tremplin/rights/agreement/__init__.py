"""An internship agreement (*convention de stage*): from its file to pages, facts and findings.

Pure Python: no Django here. `reading` turns a file into `pages`; `facts` and `findings`
turn pages into what the agreement says and what the law says of it.
"""
