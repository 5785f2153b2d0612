#include "package_spec.h"

#include "base/attr.h"

// clang-format off
#define ID { "id", KIND_NONE }
#define LINK_SERVICE { "service_id", KIND_SERVICE }
#define LINK_AT { "service_at_location_id", KIND_AT_LOCATION }
#define LINK_LOCATION { "location_id", KIND_LOCATION }
#define LINK_ORG { "organization_id|organisation_id", KIND_ORGANISATION }
#define HELD(names) { names, KIND_NONE }
#define COLUMNS(...) (const struct package_column[]){ __VA_ARGS__, { 0 } }

static const struct package_spec specs[TABLE_COUNT] = {
	[TABLE_TAXONOMY] = { "taxonomies", KIND_TAXONOMY, KIND_NONE, COLUMNS(ID, HELD("name")) },
	[TABLE_TERM] = { "taxonomy_terms|taxonomy_term|taxonomy", KIND_TERM, KIND_NONE,
		COLUMNS(ID, { "taxonomy_id", KIND_TAXONOMY }, HELD("code"), HELD("name|term"),
		        HELD("taxonomy|vocabulary")) },
	[TABLE_ORGANISATION] = { "organizations|organization|organisations|organisation",
		KIND_ORGANISATION, KIND_NONE,
		COLUMNS(ID, HELD("name"), HELD("alternate_name"), HELD("description"), HELD("email"),
		        HELD("website|url"), HELD("legal_status")) },
	[TABLE_IDENTIFIER] = { "organization_identifiers|organization_identifier", KIND_NONE,
		KIND_ORGANISATION,
		COLUMNS(ID, LINK_ORG, HELD("identifier_scheme"), HELD("identifier_type"),
		        HELD("identifier")) },
	[TABLE_LOCATION] = { "locations|location", KIND_LOCATION, KIND_NONE,
		COLUMNS(ID, HELD("location_type"), HELD("name"), HELD("alternate_name"),
		        HELD("transportation")) },
	[TABLE_SERVICE] = { "services|service", KIND_SERVICE, KIND_NONE,
		COLUMNS(ID, LINK_ORG, HELD("name"), HELD("alternate_name"), HELD("description"),
		        HELD("url"), HELD("email"), HELD("status"), HELD("interpretation_services"),
		        HELD("application_process"), HELD("fees_description|fees"), HELD("wait_time"),
		        HELD("accreditations"), HELD("eligibility_description"), HELD("minimum_age"),
		        HELD("maximum_age"), HELD("assured_date"), HELD("assurer_email"), HELD("alert"),
		        HELD("attending_type"), HELD("attending_access"), HELD("last_modified"),
		        HELD("program_id"), HELD("licenses"), HELD("deliverable_type")) },
	[TABLE_AT_LOCATION] = { "service_at_location|service_at_locations|services_at_location",
		KIND_AT_LOCATION, KIND_SERVICE,
		COLUMNS(ID, LINK_SERVICE, LINK_LOCATION, HELD("description")) },
	[TABLE_ADDRESS] = { "addresses|address|physical_addresses|physical_address", KIND_NONE,
		KIND_LOCATION,
		COLUMNS(ID, LINK_LOCATION, HELD("attention"), HELD("address_1"), HELD("address_2"),
		        HELD("city"), HELD("region"), HELD("state_province"), HELD("postal_code"),
		        HELD("address_type")) },
	[TABLE_CONTACT] = { "contacts|contact", KIND_CONTACT, KIND_NONE,
		COLUMNS(ID, LINK_SERVICE, LINK_AT, LINK_LOCATION, LINK_ORG, HELD("name"), HELD("title"),
		        HELD("department"), HELD("email")) },
	[TABLE_PHONE] = { "phones|phone", KIND_NONE, KIND_NONE,
		COLUMNS(ID, LINK_SERVICE, LINK_AT, { "contact_id", KIND_CONTACT }, LINK_LOCATION, LINK_ORG,
		        HELD("number"), HELD("extension"), HELD("type"), HELD("description")) },
	[TABLE_SCHEDULE] = { "schedules|schedule|regular_schedules|regular_schedule", KIND_NONE,
		KIND_NONE,
		COLUMNS(ID, LINK_SERVICE, LINK_AT, LINK_LOCATION, HELD("valid_from"), HELD("valid_to"),
		        HELD("dtstart"), HELD("until"), HELD("freq"), HELD("interval"),
		        HELD("byday|weekday"), HELD("bymonthday"), HELD("opens_at"), HELD("closes_at"),
		        HELD("description"), HELD("notes"), HELD("attending_type")) },
	[TABLE_HOLIDAY] = { "holiday_schedules|holiday_schedule", KIND_NONE, KIND_NONE,
		COLUMNS(ID, LINK_SERVICE, LINK_AT, LINK_LOCATION, HELD("start_date"), HELD("end_date"),
		        HELD("dtstart"), HELD("until"), HELD("freq"), HELD("interval"), HELD("byday"),
		        HELD("bymonthday"), HELD("opens_at|open_at"), HELD("closes_at"), HELD("description"),
		        HELD("notes"), HELD("attending_type"), HELD("closed")) },
	[TABLE_AREA] = { "service_areas|service_area", KIND_NONE, KIND_SERVICE,
		COLUMNS(ID, LINK_SERVICE, HELD("name|service_area"), HELD("description"), HELD("extent"),
		        HELD("extent_type")) },
	[TABLE_DOCUMENT] = { "required_documents|required_document", KIND_NONE, KIND_SERVICE,
		COLUMNS(ID, LINK_SERVICE, HELD("document")) },
	[TABLE_LANGUAGE] = { "languages|language", KIND_NONE, KIND_NONE,
		COLUMNS(ID, LINK_SERVICE, LINK_LOCATION, HELD("name|language"), HELD("code")) },
	[TABLE_ACCESSIBILITY] = { "accessibility|accessibility_for_disabilities|accessibilities",
		KIND_NONE, KIND_LOCATION,
		COLUMNS(ID, LINK_LOCATION, HELD("description|accessibility"), HELD("details")) },
	[TABLE_COST] = { "cost_options|cost_option", KIND_NONE, KIND_SERVICE,
		COLUMNS(ID, LINK_SERVICE, HELD("valid_from"), HELD("valid_to"), HELD("option"),
		        HELD("currency"), HELD("amount"), HELD("amount_description")) },
	[TABLE_ELIGIBILITY] = { "eligibility|eligibilities|eligibilitys", KIND_NONE, KIND_SERVICE,
		COLUMNS(ID, LINK_SERVICE, HELD("eligibility"), HELD("minimum_age"), HELD("maximum_age")) },
	[TABLE_ATTRIBUTE] = { "attributes|attribute|link_taxonomy|link_taxonomies", KIND_NONE,
		KIND_NONE,
		COLUMNS(ID, LINK_SERVICE, { "taxonomy_term_id|taxonomy_id", KIND_TERM }, HELD("link_id"),
		        HELD("link_entity"), HELD("link_type"), HELD("value")) },
	[TABLE_SERVICE_TERM] = { "service_taxonomy|service_taxonomies|services_taxonomy|service_attributes|service_attribute",
		KIND_NONE, KIND_SERVICE,
		COLUMNS(ID, LINK_SERVICE, { "taxonomy_id|taxonomy_term_id|taxonomy_detail", KIND_TERM },
		        HELD("link_id"), HELD("link_entity"), HELD("link_type"), HELD("value")) },
	[TABLE_MORE] = { "", KIND_NONE, KIND_NONE,
		COLUMNS({ "import_id|id|service_id|external_id|uid|uuid|record_id", KIND_NONE },
		        { "import_id_reference", KIND_SERVICE },
		        HELD("name|service_name|title"), HELD("organisation|organization|provider|organisation_name"),
		        HELD("description|summary"), HELD("service_taxonomies|concerns|categories|taxonomies|category"),
		        HELD("areas|area|service_area|service_areas"), HELD("attendance|attending_type"),
		        HELD("needs_referral|access|attending_access"), HELD("min_age|minimum_age|age_from"),
		        HELD("max_age|maximum_age|age_to"), HELD("cost|fees|fees_description"),
		        HELD("wait_weeks|wait_time"), HELD("contact_phone|phone|telephone"),
		        HELD("contact_email|email"), HELD("url|website"),
		        HELD("location_address_1|address|address_1"), HELD("location_postcode|postcode"),
		        HELD("status"), HELD("last_checked|assured_date"), HELD("approved"), HELD("visible"),
		        HELD("visible_from"), HELD("visible_to"), HELD("notes"), HELD("contact_name"),
		        HELD("contact_title"), HELD("contact_visible"), HELD("location_name"),
		        HELD("location_city"), HELD("location_visible"), HELD("mask_exact_address"),
		        HELD("location_accessibilities"), HELD("free"), HELD("cost_option"),
		        HELD("cost_amount"), HELD("cost_type"), HELD("temporarily_closed"),
		        HELD("schedules_opens_at"), HELD("schedules_closes_at"), HELD("scheduled_weekday"),
		        HELD("labels"), HELD("suitabilities"), HELD("how_to_start"), HELD("links_label"),
		        HELD("links_url")) },
};
// clang-format on

const struct package_spec *package_spec(enum package_table table)
{
	return &specs[table];
}

static char folded(char c)
{
	if (c >= 'A' && c <= 'Z')
		return (char)(c - 'A' + 'a');
	return c == ' ' || c == '-' ? '_' : c;
}

static bool same(struct str name, struct str text)
{
	if (name.n != text.n)
		return false;
	for (size_t i = 0; i < name.n; i++)
		if (name.at[i] != folded(text.at[i]))
			return false;
	return true;
}

bool package_named(const char *names, struct str text)
{
	struct str rest = str_of(names), one;

	text = str_trim(text);
	while (text.n > 0 && str_cut(&rest, '|', &one))
		if (same(one, text))
			return true;
	return false;
}

enum package_table package_table_named(struct str name)
{
	for (enum package_table t = 0; t < TABLE_MORE; t++)
		if (package_named(specs[t].files, name))
			return t;
	return TABLE_COUNT;
}

bool package_not_kept(struct str name)
{
	return package_named("programs|program|funding|metadata|meta_table_descriptions|"
	                     "meta_table_description|table_description|reviews|review|urls|url|"
	                     "units|postal_addresses|postal_address|payments_accepted|"
	                     "payment_accepted|additional_urls|additional_websites",
	                     name);
}
