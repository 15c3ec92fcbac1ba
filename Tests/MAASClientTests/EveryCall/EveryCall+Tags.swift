// Written by script/generate-client.py; change Description/operations.json instead.

import Foundation
import MAASClient

extension EveryCall {
    static let tags: [EveryCall] = [
        .init("GET", "tags/", nil) {
            _ = try await $0.tags.list()
        },
        .init("POST", "tags/", nil) {
            _ = try await $0.tags.create(name: "x", comment: "x", definition: "x", kernelOpts: "x")
        },
        .init("GET", "tags/{name}/", nil) {
            _ = try await $0.tags.tag("x").get()
        },
        .init("PUT", "tags/{name}/", nil) {
            _ = try await $0.tags.tag("x").update(name: "x", comment: "x", definition: "x", kernelOpts: "x")
        },
        .init("DELETE", "tags/{name}/", nil) {
            try await $0.tags.tag("x").delete()
        },
        .init("GET", "tags/{name}/", "nodes") {
            _ = try await $0.tags.tag("x").nodes()
        },
        .init("GET", "tags/{name}/", "machines") {
            _ = try await $0.tags.tag("x").machines()
        },
        .init("GET", "tags/{name}/", "devices") {
            _ = try await $0.tags.tag("x").devices()
        },
        .init("GET", "tags/{name}/", "rack_controllers") {
            _ = try await $0.tags.tag("x").rackControllers()
        },
        .init("GET", "tags/{name}/", "region_controllers") {
            _ = try await $0.tags.tag("x").regionControllers()
        },
        .init("POST", "tags/{name}/", "rebuild") {
            _ = try await $0.tags.tag("x").rebuild()
        },
        .init("POST", "tags/{name}/", "update_nodes") {
            _ = try await $0.tags.tag("x").updateNodes(
                add: ["x", "y"], remove: ["x", "y"], definition: "x", rackController: "x")
        },
    ]
}
