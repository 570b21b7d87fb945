#!lua
-- (the line above makes a full memory refuse the whole script, before its first write)
-- Shows one group at a version, and hands its commit to the other processes that follow it.
-- KEYS: progress, snapshot, followers, due times (one node: the inbox channels are no keys)
-- ARGV: version, group, due ("" for never), snapshot ("" for none), commit, own process, prefix of the inboxes,
--       seconds that keys are kept, then the fields (`version` is one) and their values
local progress, snapshot, followers, due = KEYS[1], KEYS[2], KEYS[3], KEYS[4]
local version, group, kept = tonumber(ARGV[1]), ARGV[2], ARGV[8]

if ARGV[4] ~= '' and version > tonumber(redis.call('HGET', snapshot, 'version') or 0) then
  redis.call('HSET', snapshot, 'version', version, 'state', ARGV[4])
  redis.call('EXPIRE', snapshot, kept)
end

-- commits of two processes cross: the newer one may already stand here
if version <= tonumber(redis.call('HGET', progress, 'version') or 0) then
  return 0
end

redis.call('DEL', progress)
redis.call('HSET', progress, unpack(ARGV, 9))
redis.call('EXPIRE', progress, kept)
if ARGV[3] == '' then
  redis.call('ZREM', due, group)
else
  redis.call('ZADD', due, ARGV[3], group)
  redis.call('EXPIRE', due, kept)
end

redis.call('EXPIRE', followers, kept)
for _, process in ipairs(redis.call('SMEMBERS', followers)) do
  if process ~= ARGV[6] then
    local heard = redis.call('PUBLISH', ARGV[7] .. process, group .. ' ' .. version .. ' ' .. ARGV[5])
    if heard == 0 then
      -- nobody reads that inbox: its process is gone, or will say again whom it follows
      redis.call('SREM', followers, process)
    end
  end
end
return 1
