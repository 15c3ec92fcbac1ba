// Written by script/generate-client.py; change Description/operations.json instead.

extension EveryCall {
    static let all: [EveryCall] = [
        region, identity, vMHosts, machines, devices, controllers, interfaces, storage, scripts, events, zones,
        networks, dNS, tags, images, settings, backstage,
    ].flatMap(\.self)
}
