import asyncio, statistics
from tests.appointments.conftest import *
import time as tt
async def test_p95(house: House):
    cs=[await house.new_counsellor() for _ in range(5)]
    import random
    out=[]
    for r in range(3):
        seats=[await house.new_seat(cs[i%5]) for i in range(50)]
        offers=[(await house.first_offers(s))[random.randrange(4)] for s in seats]
        async def one(i):
            t=tt.perf_counter()
            try: await house.appointments.book(house.structure, seats[i], "m", offers[i], "k")
            except Exception as e: out.append((type(e).__name__+getattr(e,'code',''), tt.perf_counter()-t)); return
            out.append(("ok", tt.perf_counter()-t))
        await asyncio.gather(*(one(i) for i in range(50)))
    import collections
    print(collections.Counter(a for a,_ in out), sorted(b for _,b in out)[int(len(out)*.95)], statistics.median(b for _,b in out))
