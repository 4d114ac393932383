import type { SampleWords } from './words.ts'

export const wordsEn: SampleWords = {
  members: ['Alex Chen', 'Wendy Lin', 'James Wang', 'Mia Zhao'],
  brands: [
    'Northgate', 'Silverline', 'Harvest', 'Evergreen', 'Brightwater', 'Goldfield', 'Summit', 'Seaway', 'Oakwood', 'Scholars',
    'Cornerstone', 'Cloudtop', 'Broadview', 'Riverhead', 'Pinnacle', 'Longfield', 'Fairwind', 'Midtown', 'Safehaven', 'Clearbrook',
    'Treasure', 'Crossway', 'Morningstar', 'Concord', 'Starlight', 'Openwater', 'Partners', 'Ninelands', 'Newleap', 'Goodluck',
    'Vitality', 'Trueline', 'Bellavista', 'Calmwood', 'Springwell', 'Sunrise', 'Westridge', 'Southhill', 'Northstar', 'Springlight',
    'Autumn Yield', 'Greenshoot', 'Cloudsail', 'Highflyer', 'Phoenix', 'Jointforce', 'Smartlink', 'Finegoods', 'Swiftway', 'Evertrust',
    'Twinwood', 'Three Rivers', 'Foursquare', 'Five Peaks', 'Sixpoint', 'Seven Colours', 'Allways', 'Origin', 'Golden Age', 'Startline',
  ],
  persons: ['Laura Sun', 'Victor Zhou', 'Tina Wu', 'Howard Zheng', 'Danny Feng', 'Jenny He'],
  companyName: (place, brand, business) => `${brand} ${business} (${place.city})`,
  places: [
    { province: 'Guangdong', city: 'Guangzhou', district: 'Tianhe', street: 'Tiyu East Road' },
    { province: 'Guangdong', city: 'Shenzhen', district: 'Nanshan', street: 'Keyuan Road' },
    { province: 'Zhejiang', city: 'Hangzhou', district: 'Binjiang', street: 'Jiangnan Avenue' },
    { province: 'Jiangsu', city: 'Suzhou', district: 'Wuzhong', street: 'Dongwu North Road' },
    { province: 'Shandong', city: 'Qingdao', district: 'Shinan', street: 'Hong Kong Middle Road' },
    { province: 'Sichuan', city: 'Chengdu', district: 'Wuhou', street: 'Renmin South Road' },
    { province: 'Hubei', city: 'Wuhan', district: 'Hongshan', street: 'Luoyu Road' },
    { province: 'Fujian', city: 'Xiamen', district: 'Siming', street: 'Hubin South Road' },
    { province: 'Shaanxi', city: 'Xi’an', district: 'Yanta', street: 'Keji Road' },
    { province: 'Liaoning', city: 'Dalian', district: 'Zhongshan', street: 'Renmin Road' },
    { province: 'Hunan', city: 'Changsha', district: 'Yuelu', street: 'Lugu Avenue' },
    { province: 'Henan', city: 'Zhengzhou', district: 'Jinshui', street: 'Huayuan Road' },
  ],
  industries: {
    manufacturing: { business: 'Machining', products: ['cutting tools', 'bearings', 'hydraulic parts'] },
    wholesale: { business: 'Trading', products: ['office supplies', 'cartons', 'work gloves'] },
    retail: { business: 'Stores', products: ['shelving', 'till rolls', 'carrier bags'] },
    construction: { business: 'Interiors', products: ['waterproof coating', 'tiles', 'ceiling panels'] },
    food: { business: 'Foods', products: ['cool boxes', 'food bags', 'steel kitchenware'] },
    technology: { business: 'Systems', products: ['server racks', 'network cables', 'monitors'] },
    logistics: { business: 'Logistics', products: ['pallets', 'strapping', 'hand scanners'] },
    education: { business: 'Learning', products: ['desks and chairs', 'projectors', 'stationery sets'] },
    health: { business: 'Medical', products: ['face masks', 'test kits', 'care beds'] },
    services: { business: 'Consulting', products: ['conference gifts', 'office furniture', 'printing'] },
    agriculture: { business: 'Agritech', products: ['drip tape', 'greenhouse film', 'organic fertiliser'] },
  },
  contactNames: [
    'Leo Young', 'Wayne Chang', 'Nina Lee', 'Ray Wong', 'Joan Chan', 'Frank Yang', 'Mindy Huang', 'Gary Zhao', 'Tracy Chow', 'Howie Ng',
    'Lily Hsu', 'Tom Sun', 'Carl Ma', 'Linda Zhu', 'June Hu', 'Fay Guo', 'Felix Lam', 'Snow Ho', 'Sean Kao', 'Queenie Luo', 'Kyle Cheng',
    'Sharon Leung', 'Charles Tse', 'Gina Song', 'Jay Tang', 'Claire Hui', 'Bing Han', 'Ray Feng', 'Doris Deng', 'Yang Cao', 'Bob Peng',
    'Amy Zeng', 'Ryan Xiao', 'Tina Tian', 'Jackie Dong', 'Wilder Yuan', 'Patty Pan', 'Eugene Yu', 'Cindy Jiang', 'Mason Cai', 'Paul Yu',
    'Julia Du', 'Ivy Ye', 'Chris Cheng', 'Sue Su', 'Will Wei', 'Leon Lu', 'Denny Ding',
  ],
  positions: { decides: 'Managing director', influences: 'Head of purchasing', uses: 'Workshop head', finance: 'Head of finance', gatekeeper: 'Front desk' },
  topics: {
    firstContact: {
      content: [
        'Reached {contact} by phone, presented us and our {product}; they want to see the brochure first.',
        'Visited and met {contact}; learned how they buy {product} today.',
        'First call after we swapped cards at the fair; {contact} is interested in {product}.',
      ],
      next: ['Send brochure and references', 'Arrange a visit', 'Call to check that the brochure arrived'],
    },
    need: {
      content: [
        'Needs: a steady monthly volume of {product}, 30 days of credit and quick delivery.',
        '{contact} says they will expand next year and need more {product}; they compare three suppliers.',
        'Quality and service matter most to them; they once changed supplier of {product} over returns.',
      ],
      next: ['Prepare an offer to fit', 'Send samples', 'Confirm quantities'],
    },
    quote: {
      content: [
        'Sent the quote for {product}; {contact} finds the unit price high and wants to talk.',
        'Quoted three volumes; they lean to the middle one and need approval.',
        'They have our quote; {contact} says it will be decided next week.',
      ],
      next: ['Ask for feedback on the quote', 'Prepare a concession', 'Ask how the approval goes'],
    },
    negotiation: {
      content: [
        'Talked price and credit; they ask for 3% less, we ask for more volume.',
        'Met {contact}; we agree on the contract but for the delivery date.',
        'Technical and commercial meeting; specification of the {product} is settled, terms of payment are open.',
      ],
      next: ['Confirm the final price', 'Send the draft contract', 'Meet {contact} to sign'],
    },
    contract: {
      content: ['Contract signed; first {product} ship this week.', '{contact} confirmed the order; production is planned.', 'Signed, with 30% in advance.'],
      next: ['Confirm the shipping date', 'Check the first delivery', 'Collect the balance'],
    },
    afterSales: {
      content: [
        'Checked in: the {product} work well and {contact} is content.',
        'Two boxes arrived damaged; replacements are on the way.',
        'Trained them on site and answered three questions.',
      ],
      next: ['Check the replacements', 'Ask about restocking', 'Confirm that it is solved'],
    },
    returnVisit: {
      content: [
        'Regular check-in: stock lasts a month, they restock next month.',
        '{contact} has many orders and may restock {product} early.',
        'They like how fast we deliver and know others who need it.',
      ],
      next: ['Confirm the quantity', 'Ask {contact} for an introduction', 'Send news of new products'],
    },
    care: {
      content: ['Season’s greetings and a small gift; {contact} was pleased.', 'Said hello on WeChat and talked about the trade.', 'Sent flowers for their anniversary.'],
      next: ['Invite to dinner', 'Get in touch next month', 'Invite to the product launch'],
    },
    dunning: {
      content: ['Reminded them of the invoice; {contact} will pay this week.', 'Went through the account with finance; one difference is cleared.', 'They promised to settle by the end of the month.'],
      next: ['Check that it was paid', 'Remind again', 'Send the statement'],
    },
    winBack: {
      content: ['Called our old customer; {contact} went elsewhere, mostly for the price.', 'No order for long, nobody answered; sent a text message.', 'They left because delivery took too long; promised priority once.'],
      next: ['Make an offer for old customers', 'Try at another time', 'Send samples of new products'],
    },
  },
  needs: ['{product} for the year, delivered monthly', '{product} for the new site', 'A trial of {product} before changing supplier', 'A yearly agreement on {product} if the price is right'],
  notes: ['The boss likes tea and has time on Friday afternoons.', 'Pays on time; look after them.', 'Slow to decide; several departments sign.', 'Send a message before calling.'],
}
