namespace Pathways.Testing.Tests;

public class ArrangedDistrictTests
{
    [Fact]
    public async Task What_it_says_is_what_the_store_says()
    {
        var store = new InMemoryPathwaysStore();
        var district = await ArrangedDistrict.SaveAsync(store);

        Assert.Equal(A.District, district.Scope);
        Assert.Equal([district.Clinic, district.Lab], (await store.ListAsync(district.Scope, new OpportunityQuery())).Items.AsEnumerable());
        Assert.Equal(district.Applications.AsEnumerable(), (await store.ListAsync(district.Scope, new ApplicationQuery())).Items);
        Assert.Equal(district.Partner, Assert.Single((await store.ListAsync(district.Scope, new PartnerQuery())).Items));
        Assert.Equal(district.Students.Select(student => student.Id), district.Applications.Select(application => application.Student));
        Assert.All(district.Applications, application => Assert.Equal(ApplicationState.Submitted, application.State));
        Assert.Equal(8, (await store.PendingAsync(district.Scope, 100)).Length);
        Assert.Equal(8, (await store.ListAsync(district.Scope, new AuditQuery())).Items.Length);
    }

    [Fact]
    public async Task One_opportunity_has_too_few_seats_and_the_other_has_more_than_enough()
    {
        var store = new InMemoryPathwaysStore();
        var district = await ArrangedDistrict.SaveAsync(store);
        foreach (var (listing, spare) in new[] { (district.Clinic, -1), (district.Lab, 1) })
        {
            Assert.Equal(spare, (await store.CountSeatsAsync(district.Scope, listing.Id)).Free - district.Applications.Count(application => application.Opportunity == listing.Id));
            Assert.Equal(district.Partner.Id, listing.Offer.Partner);
        }
    }

    [Fact]
    public async Task It_is_always_the_same_and_two_districts_in_one_store_are_apart()
    {
        var store = new InMemoryPathwaysStore();
        var north = await ArrangedDistrict.SaveAsync(store);
        var south = await ArrangedDistrict.SaveAsync(store, TenantScope.Of(TenantId.From("south")));

        Assert.NotEqual(north.Scope, south.Scope);
        Assert.Equal(north.Applications.AsEnumerable(), south.Applications);
        Assert.Equal(north.Students.Select(student => student.BirthDate), south.Students.Select(student => student.BirthDate));
        await Assert.ThrowsAsync<InvalidOperationException>(() => ArrangedDistrict.SaveAsync(store));
    }
}
