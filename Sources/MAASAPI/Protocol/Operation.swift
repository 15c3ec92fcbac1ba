import MAASRegion

/// A parameter that an operation reads, with a line about it.
package struct Parameter: Sendable {
    package let name: String
    package let about: String
    package var versions: ClosedRange<MAASVersion> = .all
}

/// One row of the operation table: what can be asked of one path.
package struct Operation: Sendable {
    package typealias Handle = @Sendable (Context) throws -> Reply

    /// Who may call an operation. Rights on single objects are the handlers' business.
    package enum Access: Sendable {
        case user
        /// Others get 403 with a fixed text, before the object is looked up.
        case admin
    }

    /// GET, POST, PUT or DELETE.
    package let method: String
    /// The value of `op`; `nil` for plain create, read, update and delete.
    package let op: String?
    /// The name in `describe/`: the op, or create, read, update, delete.
    package let name: String
    let access: Access
    /// The parameters it reads.
    package private(set) var parameters: [Parameter]
    package let versions: ClosedRange<MAASVersion>
    /// One line about what it does.
    package let about: String
    let handle: Handle
    /// False for an operation that MAAS has and the emulator answers with 501.
    package let isServed: Bool
    /// What its permission is about; `nil` where that is what the resource's other operations guard.
    package private(set) var guarded: Entitlement.Subject?

    private init(
        _ method: String, _ op: String?, _ name: String, _ about: String, _ access: Access,
        _ parameters: KeyValuePairs<String, String>, _ versions: ClosedRange<MAASVersion>, _ handle: @escaping Handle,
        isServed: Bool = true
    ) {
        self.isServed = isServed
        self.method = method
        self.op = op
        self.name = name
        self.access = access
        self.parameters = parameters.map { Parameter(name: $0.key, about: $0.value) }
        self.versions = versions
        self.about = about
        self.handle = handle
    }

    /// Plain GET.
    static func read(
        _ about: String, parameters: KeyValuePairs<String, String> = [:], access: Access = .user,
        versions: ClosedRange<MAASVersion> = .all, _ handle: @escaping Handle
    ) -> Operation {
        Operation("GET", nil, "read", about, access, parameters, versions, handle)
    }

    /// Plain POST.
    package static func create(
        _ about: String, parameters: KeyValuePairs<String, String> = [:], access: Access = .user,
        versions: ClosedRange<MAASVersion> = .all, _ handle: @escaping Handle
    ) -> Operation {
        Operation("POST", nil, "create", about, access, parameters, versions, handle)
    }

    /// Plain PUT.
    package static func update(
        _ about: String, parameters: KeyValuePairs<String, String> = [:], access: Access = .user,
        versions: ClosedRange<MAASVersion> = .all, _ handle: @escaping Handle
    ) -> Operation {
        Operation("PUT", nil, "update", about, access, parameters, versions, handle)
    }

    /// Plain DELETE.
    static func delete(
        _ about: String, parameters: KeyValuePairs<String, String> = [:], access: Access = .user,
        versions: ClosedRange<MAASVersion> = .all, _ handle: @escaping Handle
    ) -> Operation {
        Operation("DELETE", nil, "delete", about, access, parameters, versions, handle)
    }

    /// GET with `op`: changes nothing.
    static func get(
        _ op: String, _ about: String, parameters: KeyValuePairs<String, String> = [:], access: Access = .user,
        versions: ClosedRange<MAASVersion> = .all, _ handle: @escaping Handle
    ) -> Operation {
        Operation("GET", op, op, about, access, parameters, versions, handle)
    }

    /// POST with `op`.
    static func post(
        _ op: String, _ about: String, parameters: KeyValuePairs<String, String> = [:], access: Access = .user,
        versions: ClosedRange<MAASVersion> = .all, _ handle: @escaping Handle
    ) -> Operation {
        Operation("POST", op, op, about, access, parameters, versions, handle)
    }
}

extension Operation {
    /// An operation of MAAS that is not emulated: 501 with its name, once `check` has found nothing to refuse.
    package static func missing(
        _ method: String, _ op: String? = nil, in handler: String, _ about: String, access: Access = .user,
        versions: ClosedRange<MAASVersion> = .all, check: @escaping @Sendable (Context) throws -> Void = { _ in }
    ) -> Operation {
        let crud = ["GET": "read", "POST": "create", "PUT": "update", "DELETE": "delete"]
        let name = op ?? crud[method] ?? method
        return Operation(
            method, op, name, about, access, [:], versions,
            { context in
                try check(context)
                throw APIError.notEmulated("\(handler).\(name)")
            }, isServed: false)
    }

    /// This operation with a permission of its own.
    func guarding(_ subject: Entitlement.Subject) -> Operation {
        var operation = self
        operation.guarded = subject
        return operation
    }

    /// This operation with the constraints by which nodes are chosen among its parameters.
    func constrained(_ scope: NodeConstraint.Scope) -> Operation {
        var operation = self
        operation.parameters =
            NodeConstraint.all(in: scope).map { Parameter(name: $0.name, about: $0.about, versions: $0.versions) }
            + parameters
        return operation
    }

    /// This operation with parameters that not every version reads.
    func reading(_ more: KeyValuePairs<String, String>, in versions: ClosedRange<MAASVersion>) -> Operation {
        var operation = self
        operation.parameters += more.map { Parameter(name: $0.key, about: $0.value, versions: versions) }
        return operation
    }

    /// This operation as a version has it.
    fileprivate func version(_ version: MAASVersion) -> Operation? {
        guard versions.contains(version) else { return nil }
        var operation = self
        operation.parameters.removeAll { !$0.versions.contains(version) }
        return operation
    }

    /// This operation with another answer and for everybody, as for an endpoint that a version has given up.
    func replaced(by handle: @escaping Handle) -> Operation {
        Operation(method, op, name, about, .user, [:], versions, handle)
    }
}

/// A path and everything that can be asked of it.
package struct Resource: Sendable {
    /// How far the emulator follows MAAS, by the index of its endpoints.
    package enum Tier: String, Sendable {
        case a = "A"
        case b = "B"
        case c = "C"
    }

    package enum Login: Sendable {
        /// Credentials are not even looked at.
        case none
        case user
        /// Everybody but administrators gets 403, also without credentials.
        case admin
        /// As `admin` in versions without named permissions; with them whoever is logged in may ask, and operations
        /// refuse those who lack theirs.
        case permitted
    }

    package private(set) var path: PathPattern
    /// MAAS's name for the handler, from which its command line makes command names.
    package private(set) var handler: String
    package let tier: Tier
    private(set) var login: Login
    /// One line about what it is.
    package let about: String
    package private(set) var operations: [Operation]
    /// What callers without credentials may ask; `nil` when they get 401 for everything.
    package private(set) var anonymous: [Operation]?
    /// False for paths that MAAS keeps out of `describe/`.
    private(set) var isDescribed: Bool
    /// The difference with which its handlers look for the object first, then refuse without a word; `nil` where the
    /// door refuses in every version.
    let refusesByObject: VersionDifference?
    /// The text of the 410 that versions answer which have given it up; `nil` where they do not know the path.
    let gone: String?
    /// What the permissions of its operations are about.
    package let guarded: Entitlement.Subject

    package init(
        _ path: String, handler: String, tier: Tier, login: Login = .user, isDescribed: Bool = true,
        refusesByObject: VersionDifference? = nil, gone: String? = nil,
        guarded: Entitlement.Subject = .globalEntities, _ about: String, anonymous: [Operation]? = nil,
        _ operations: [Operation]
    ) {
        self.guarded = guarded
        self.refusesByObject = refusesByObject
        self.gone = gone
        self.path = PathPattern(path)
        self.handler = handler
        self.tier = tier
        self.login = login
        self.isDescribed = isDescribed
        self.about = about
        self.operations = operations
        self.anonymous = anonymous
    }

    /// The same resource reached by another path and under another handler's name.
    func alias(_ path: String, handler: String) -> Resource {
        var resource = self
        resource.path = PathPattern(path)
        resource.handler = handler
        return resource
    }

    /// The resource as a version has it; `nil` where the version does not know the path.
    package func version(_ version: MAASVersion) -> Resource? {
        var resource = self
        resource.operations = operations.compactMap { $0.version(version) }
        resource.anonymous = anonymous?.compactMap { $0.version(version) }
        return resource.operations.isEmpty ? givenUp : resource
    }

    /// The resource as versions have it that have given it up: hidden, with the methods and ops it had, each answering
    /// 410 to whoever is logged in. `nil` where they do not know the path.
    private var givenUp: Resource? {
        guard let gone else { return nil }
        var resource = self
        resource.login = .user
        resource.isDescribed = false
        resource.anonymous = nil
        resource.operations = operations.map { $0.replaced { _ in throw APIError(410, gone) } }
        return resource
    }
}
