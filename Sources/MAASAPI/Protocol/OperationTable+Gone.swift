extension Resource {
    /// A resource that answers that it is gone, as versions have it that have given it up: hidden, with the methods and
    /// ops it had, each answering 410 to whoever is logged in. `nil` for every other resource.
    var givenUp: Resource? {
        guard let gone else { return nil }
        return Resource(
            path.text, handler: handler, tier: tier, login: .user, isDescribed: false, gone: gone, about,
            operations.map { $0.replaced { _ in throw APIError(410, gone) } })
    }
}
