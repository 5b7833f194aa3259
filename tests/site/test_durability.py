"""An acknowledged write survives a brutal death, and two processes can write."""

from pathlib import Path

from tests.site.processes import run, start

WRITES = 200
COUNT = "print(Student.objects.count(), connection.cursor().execute('PRAGMA integrity_check').fetchone()[0])"


def test_nothing_acknowledged_is_lost_when_killed_during_200_writes(tmp_path: Path) -> None:
    writer = start(
        f"""
        for number in range({WRITES}):
            Student.objects.create(first_name=str(number))
            print(number, flush=True)
        """,
        tmp_path,
    )
    assert writer.stdout
    acknowledged = [line for line, _ in zip(writer.stdout, range(WRITES // 2), strict=False)]
    writer.kill()
    acknowledged += list(writer.stdout)
    writer.wait()
    writer.stdout.close()

    names = run("print(*Student.objects.values_list('first_name', flat=True))", tmp_path).split()
    assert len(acknowledged) >= WRITES // 2
    assert {line.strip() for line in acknowledged} <= set(names)
    assert run(COUNT, tmp_path).split()[1] == "ok"


def test_two_processes_write_and_none_loses_a_turn(tmp_path: Path) -> None:
    run("Student.objects.create(first_name='0')", tmp_path)
    add_a_hundred = """
        for _ in range(100):
            with transaction.atomic():
                student = Student.objects.get()
                student.first_name = str(int(student.first_name) + 1)
                student.save()
        """

    writers = [start(add_a_hundred, tmp_path) for _ in range(2)]

    assert [writer.wait(timeout=60) for writer in writers] == [0, 0]
    for writer in writers:
        assert writer.stdout
        writer.stdout.close()
    assert run("print(Student.objects.get().first_name)", tmp_path).strip() == "200"
