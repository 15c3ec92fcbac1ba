// Written by script/generate-client.py; change Description/operations.json instead.

import Foundation
import MAASClient

extension EveryCall {
    static let events: [EveryCall] = [
        .init("GET", "events/", "query") {
            _ = try await $0.events.query(
                EventFilter(
                    hostname: ["x", "y"], macAddress: ["x", "y"], id: ["x", "y"], domain: ["x", "y"], zone: "x",
                    pool: "x", agentName: "x", owner: "x", level: "x", limit: 7, before: 7, after: 7))
        }
    ]
}
