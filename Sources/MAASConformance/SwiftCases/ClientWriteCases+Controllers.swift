import MAASClient

extension ClientWriteCases {
    static let controllers: [Case] = [
        make(
            "client.controllers.read", "controllers are asked for what they know", "RackControllerHandler",
            needs: [.admin, .images], writes: false, controllersRead),
        make(
            "client.controllers.missing", "nothing is asked of a controller that is not there",
            "RackControllerHandler, RegionControllerHandler", needs: [.admin, .userKey], controllersMissing),
    ]

    @Sendable private static func controllersRead(_ context: CaseContext, _ client: MAASClient) async throws {
        let types = try await client.rackControllers.describePowerTypes()
        context.expect(types.contains { $0.name == "manual" }, "there is no power type 'manual'")
        let rack = try context.require(try await client.rackControllers.list().first, "there is no rack controller")
        let resource = client.rackControllers.rackController(rack.systemID)
        _ = try await resource.details()
        _ = try await resource.powerParameters()
        let parameters = try await client.rackControllers.powerParameters([rack.systemID])
        context.expect(parameters.keys.allSatisfy { $0 == rack.systemID }, "parameters of \(parameters.keys)")
        context.expectEqual(try await client.rackControllers.isRegistered(context.mac()), false, "is_registered")
        do {
            context.expect(!(try await resource.listBootImages().status.isEmpty), "the images' status is empty")
        } catch let error as MAASError where error.status == 503 {
            // The rack controller is away just now.
        }
        let regions = try await client.regionControllers.list()
        let region = try context.require(regions.first, "there is no region controller")
        let controller = client.regionControllers.regionController(region.systemID)
        _ = try await controller.details()
        _ = try await controller.powerParameters()
        context.expectEqual(try await client.regionControllers.isRegistered(context.mac()), false, "is_registered")
    }

    @Sendable private static func controllersMissing(_ context: CaseContext, _ client: MAASClient) async throws {
        let none = context.prefix + "none"
        let rack = client.rackControllers.rackController(none)
        try await context.expectRefusal("changing it", 404) {
            try await rack.update(RackControllerUpdate(description: "d"))
        }
        try await context.expectRefusal("removing it", 404) { try await rack.delete() }
        try await context.expectRefusal("stopping it", 404) { try await rack.abort() }
        try await context.expectRefusal("overriding its tests", 404) { try await rack.overrideFailedTesting() }
        try await context.expectRefusal("switching it on", 404) { try await rack.powerOn() }
        try await context.expectRefusal("switching it off", 404) { try await rack.powerOff() }
        try await context.expectRefusal("testing it", 404) { try await rack.test() }
        try await context.expectRefusal("its import", 404) { try await rack.importBootImages() }
        try await context.expectRefusal("asking for its power", 404) { try await rack.queryPowerState() }
        let region = client.regionControllers.regionController(none)
        try await context.expectRefusal("changing a region controller", 404) {
            try await region.update(RegionControllerUpdate(description: "d"))
        }
        try await context.expectRefusal("removing a region controller", 404) { try await region.delete() }
        try await context.expectRefusal("a zone that is none", 400) {
            try await client.rackControllers.setZone(nodes: [none], zone: none)
        }
        try await context.expectRefusal("a zone that is none for region controllers", 400) {
            try await client.regionControllers.setZone(nodes: [none], zone: none)
        }
        try await context.expectRefusal("a user's import", 403) {
            try await context.userClient().rackControllers.importBootImages()
        }
    }
}
