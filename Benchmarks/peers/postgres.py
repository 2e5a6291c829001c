"""A throw-away PostgreSQL cluster on a socket of its own."""
import contextlib, glob, os, pwd, shutil, subprocess, tempfile


def programs():
    """The folder with initdb and pg_ctl, or None where PostgreSQL is not installed."""
    found = shutil.which("initdb")
    if found:
        return os.path.dirname(found)
    folders = sorted(glob.glob("/usr/lib/postgresql/*/bin"), key=lambda path: int(path.split("/")[-2]))
    return folders[-1] if folders and os.path.exists(os.path.join(folders[-1], "initdb")) else None


@contextlib.contextmanager
def throw_away_cluster():
    """Yields a connection string; the cluster is stopped and removed afterwards."""
    folder = tempfile.mkdtemp(prefix="postgres-")
    # PostgreSQL does not run as root.
    user = "postgres" if os.getuid() == 0 else pwd.getpwuid(os.getuid()).pw_name
    account = pwd.getpwnam(user)
    os.chown(folder, account.pw_uid, account.pw_gid)

    def run(program, *arguments):
        subprocess.run(
            [os.path.join(programs(), program), *arguments], check=True, stdout=subprocess.DEVNULL, user=account.pw_uid,
            group=account.pw_gid, extra_groups=[], cwd=folder)

    data = os.path.join(folder, "data")
    try:
        run("initdb", "-D", data, "-U", "screening", "-A", "trust", "--encoding", "UTF8", "--locale", "C.UTF-8", "--no-sync")
        run("pg_ctl", "start", "-w", "-D", data, "-l", os.path.join(folder, "log"), "-o",
            f"-k {folder} -c listen_addresses='' -c fsync=off -c shared_buffers=512MB -c work_mem=256MB "
            "-c maintenance_work_mem=512MB -c jit=off -c max_parallel_workers_per_gather=0 -c max_parallel_maintenance_workers=0")
        yield f"host={folder} dbname=postgres user=screening"
    finally:
        with contextlib.suppress(subprocess.CalledProcessError):
            run("pg_ctl", "stop", "-m", "immediate", "-D", data)
        shutil.rmtree(folder, ignore_errors=True)
