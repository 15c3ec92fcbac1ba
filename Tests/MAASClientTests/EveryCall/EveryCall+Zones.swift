// Written by script/generate-client.py; change Description/operations.json instead.

import Foundation
import MAASClient

extension EveryCall {
    static let zones: [EveryCall] = [
        .init("GET", "zones/", nil) {
            _ = try await $0.zones.list()
        },
        .init("POST", "zones/", nil) {
            _ = try await $0.zones.create(name: "x", description: "x")
        },
        .init("GET", "zones/{name}/", nil) {
            _ = try await $0.zones.zone("x").get()
        },
        .init("PUT", "zones/{name}/", nil) {
            _ = try await $0.zones.zone("x").update(name: "x", description: "x")
        },
        .init("DELETE", "zones/{name}/", nil) {
            try await $0.zones.zone("x").delete()
        },
        .init("GET", "resourcepools/", nil) {
            _ = try await $0.resourcePools.list()
        },
        .init("POST", "resourcepools/", nil) {
            _ = try await $0.resourcePools.create(name: "x", description: "x")
        },
        .init("GET", "resourcepool/{id}/", nil) {
            _ = try await $0.resourcePools.resourcePool(7).get()
        },
        .init("PUT", "resourcepool/{id}/", nil) {
            _ = try await $0.resourcePools.resourcePool(7).update(name: "x", description: "x")
        },
        .init("DELETE", "resourcepool/{id}/", nil) {
            try await $0.resourcePools.resourcePool(7).delete()
        },
    ]
}
