-- Signs every request as MAAS's clients do, each with a nonce of its own. Environment: KEY, TARGET.
local consumer, token, secret = os.getenv("KEY"):match("([^:]+):([^:]+):([^:]+)")
local target = os.getenv("TARGET")
math.randomseed(os.time() + tonumber(tostring({}):match("0x(%x+)"), 16) % 1000000)
local salt = tostring(math.random(1, 1000000000))
local count = 0

function request()
    count = count + 1
    return wrk.format("GET", target, {
        ["Authorization"] = 'OAuth oauth_version="1.0", oauth_signature_method="PLAINTEXT", oauth_consumer_key="'
            .. consumer .. '", oauth_token="' .. token .. '", oauth_signature="%26' .. secret .. '", oauth_nonce="'
            .. salt .. "-" .. count .. '", oauth_timestamp="' .. os.time() .. '"',
    })
end
