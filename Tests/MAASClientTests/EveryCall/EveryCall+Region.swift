// Written by script/generate-client.py; change Description/operations.json instead.

import Foundation
import MAASClient

extension EveryCall {
    static let region: [EveryCall] = [
        .init("GET", "version/", nil) {
            _ = try await $0.version()
        },
        .init("GET", "describe/", nil) {
            _ = try await $0.describe()
        },
        .init("GET", "openapi.yaml", nil) {
            _ = try await $0.openAPIDocument()
        },
    ]
}
