extension OperationTable {
    /// Every resource of every version, handler file by handler file.
    static let everything: [Resource] = [
        VersionHandler.resources,
        DescribeHandler.resources,
        UsersHandler.resources,
        AccountHandler.resources,
        SSHKeysHandler.resources,
        VMHostsHandler.resources,
        MachinesHandler.resources,
        NodesHandler.resources,
        BlockDevicesHandler.resources,
        EventsHandler.resources,
        InterfacesHandler.resources,
        ZonesHandler.resources,
        ResourcePoolsHandler.resources,
        SubnetsHandler.resources,
        FabricsHandler.resources,
        TagsHandler.resources,
        ConfigurationHandler.resources,
        NotificationsHandler.resources,
        FilesHandler.resources,
        NodeStorageHandlers.resources,
        UnemulatedHandlers.resources,
    ].flatMap(\.self)
}
