import Formats
import MAASRegion

extension BMCBehaviour {
    /// What a fixture, or a call of the control, says of a BMC.
    init(_ object: FixtureObject) throws {
        self.init()
        failing = try Set(
            object.list("failing").map { value in
                guard let order = Order(rawValue: try value.text()) else {
                    throw value.error("must be one of \(Order.allCases.map(\.rawValue).joined(separator: ", "))")
                }
                return order
            })
        if let reason = try object.optionalText("reason") { self.reason = reason }
        responseTime = try object.integer("response_time", default: 0, 0...86_400)
        if let credentials = object["credentials"] {
            guard case .object(let members) = credentials.value else {
                throw credentials.error("must be an object, not \(credentials.value.kind)")
            }
            self.credentials = members
        }
    }
}
